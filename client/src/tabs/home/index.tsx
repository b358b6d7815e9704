import { UnreadRow } from '../../messages/parts/unread.tsx'
import { UrgentBand } from '../../notices/parts/urgent-band.tsx'
import { useNow } from '../../platform/clock.ts'
import { useCommunity } from '../../platform/community.ts'
import { setElder, useElder } from '../../platform/elder.ts'
import { useLate } from '../../platform/late.ts'
import { go } from '../../platform/pages.ts'
import { useShare } from '../../platform/share.ts'
import { staffGrants, useSession } from '../../platform/session.ts'
import { Box } from '../../ui/Box'
import { cx } from '../../ui/cx.ts'
import { Row } from '../../ui/Row'
import { Switch } from '../../ui/Switch'
import { Shell } from '../shell.tsx'
import { Work, WorkDoor } from '../work.tsx'
import { Doors, ElderDoors } from './doors.tsx'
import { MyThings, WantsMe } from './my-things.tsx'
import { LatestNotices } from './latest-notices.tsx'
import { Upcoming } from './upcoming.tsx'
import styles from './index.module.scss'

export default function Home() {
  const elder = useElder()
  const me = useSession((s) => s.me)
  const late = useLate()
  const community = useCommunity()
  const now = useNow()
  const grants = staffGrants(me, now)
  useShare({ title: '泰民通 · 身边的活动和电话', page: 'home' })
  if (elder) {
    return (
      <Shell current="home" title="泰民通">
        <UrgentBand division={community?.code} now={now} />
        <Where />
        <UnreadRow large />
        {grants.length > 0 && <WorkDoor grants={grants} />}
        <WantsMe />
        <ElderDoors />
      </Shell>
    )
  }
  return (
    <Shell current="home" title="泰民通" wide="broad">
      <Box className={cx(styles.columns, grants.length > 0 && styles.working)}>
        <Box className={styles.first}>
          <UrgentBand division={community?.code} now={now} />
          <Where />
          <UnreadRow />
          {grants.length > 0 && <Work grants={grants} now={now} due />}
          <Doors />
        </Box>
        <Box className={styles.second}>
          <LatestNotices />
          {late && <Upcoming />}
        </Box>
        <Box className={styles.third}>
          <MyThings />
        </Box>
      </Box>
    </Shell>
  )
}

function Where() {
  const community = useCommunity()
  const elder = useElder()
  return (
    <Box className={styles.framed}>
      <Row
        icon="location"
        title={community?.name ?? '选您的村或社区'}
        note={community ? '点这里换一个村或社区' : '选好后就能看到身边的活动和电话'}
        onClick={() => go('pickCommunity')}
      />
      <Switch icon="elder" label="长辈版" note="字大、按钮大、内容少" checked={elder} onChange={setElder} />
    </Box>
  )
}
