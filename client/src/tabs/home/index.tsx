import { useNow } from '../../platform/clock.ts'
import { useCommunity } from '../../platform/community.ts'
import { setElder, useElder } from '../../platform/elder.ts'
import { go } from '../../platform/pages.ts'
import { staffGrants, useSession } from '../../platform/session.ts'
import { Box } from '../../ui/Box'
import { Row } from '../../ui/Row'
import { Switch } from '../../ui/Switch'
import { useSettings } from '../../settings/requests.ts'
import { Shell } from '../shell.tsx'
import { Doors } from './doors.tsx'
import { MyThings } from './my-things.tsx'
import { Work } from '../work.tsx'
import { Upcoming } from './upcoming.tsx'
import styles from './index.module.scss'

export default function Home() {
  const community = useCommunity()
  const elder = useElder()
  const me = useSession((s) => s.me)
  const grants = staffGrants(me, useNow())
  const { data: settings } = useSettings()
  return (
    <Shell current="home" title="泰民通" demo={settings?.demo ?? false}>
      <Box className={styles.where}>
        <Row
          icon="location"
          title={community?.name ?? '选您的村或社区'}
          note={community ? '点这里换一个村或社区' : '选好后就能看到身边的活动和电话'}
          onClick={() => go('pickCommunity')}
        />
        <Switch label="长辈版" note="字大、按钮大、内容少" checked={elder} onChange={setElder} />
      </Box>
      {grants.length > 0 && !elder && <Work grants={grants} />}
      <Doors />
      {elder ? (
        <Box className={styles.framed}>
          <Row
            icon="person"
            title="我的事"
            note={me ? '看我报名的活动' : '登录后看我报名的活动'}
            onClick={() => go(me ? 'mySignups' : 'signIn')}
          />
        </Box>
      ) : (
        <>
          <Upcoming />
          <MyThings />
        </>
      )}
    </Shell>
  )
}
