import { organizationGrants, residentOf, staffGrants, useSession } from '../../platform/session.ts'
import { InboxRow } from '../../messages/parts/unread.tsx'
import { roleLabels } from '@tmt/shared/people/labels.ts'
import { PRIVACY_VERSION } from '@tmt/shared/people/privacy-version.ts'
import { sayFiling, sayOperator } from '@tmt/shared/settings/rules.ts'
import type { Me } from '@tmt/shared/people/contract.ts'
import { useNow } from '../../platform/clock.ts'
import { useCommunity } from '../../platform/community.ts'
import { setElder, useElder } from '../../platform/elder.ts'
import { go } from '../../platform/pages.ts'
import { useSettings } from '../../settings/requests.ts'
import { Box } from '../../ui/Box'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Row } from '../../ui/Row'
import { Switch } from '../../ui/Switch'
import { Tag } from '../../ui/Tag'
import { Shell } from '../shell.tsx'
import { Work } from '../work.tsx'
import styles from './index.module.scss'

export default function Mine() {
  const me = useSession((s) => s.me)
  const expired = useSession((s) => s.expired)
  const community = useCommunity()
  const elder = useElder()
  const now = useNow()
  const { data: settings } = useSettings()
  const grants = staffGrants(me, now)
  const working = grants.length > 0
  const things = (
    <Box className={styles.rows}>
      {me && <InboxRow />}
      {me && <Row icon="home" title="我的住处" note="登记、确认、搬走" onClick={() => go('myHomes')} />}
      {me && <Row icon="calendar" title="我的报名" onClick={() => go('mySignups')} />}
      {organizationGrants(me, now).length > 0 && (
        <Row icon="calendar" title="我们单位的活动" note="写好交给社区审核" onClick={() => go('proposals')} />
      )}
      {working && <Row icon="document" title="我发布的内容" onClick={() => go('myModeration')} />}
      <Row
        icon="location"
        title="我的村（社区）"
        note={community?.name ?? '还没有选'}
        onClick={() => go('pickCommunity')}
      />
      {me && (
        <Row
          icon="person"
          title="实名"
          note={me.level === 'realName' ? '已实名' : '还没有实名'}
          onClick={() => go('realName')}
        />
      )}
      {me && (
        <Row icon="users" title="帮家人办" note="替家人办，看谁替我办过" onClick={() => go('helping')} />
      )}
    </Box>
  )
  return (
    <Shell current="mine" title="我的" wide="split" demo={me?.demo ?? false}>
      <Box className={styles.column}>
        {me ? <Who me={me} now={now} /> : <Nobody expired={expired} />}
        {me && me.privacyVersion !== PRIVACY_VERSION && <NoticeAsked before={me.privacyVersion} />}
        {working ? <Work grants={grants} now={now} /> : things}
      </Box>
      <Box className={styles.column}>
        {working && things}
        <Box className={styles.rows}>
          <Switch
            icon="elder"
            label="长辈版"
            note="字大、按钮大、内容少"
            checked={elder}
            onChange={setElder}
          />
          <Row icon="document" title="隐私" note="同意、导出、注销" onClick={() => go('privacy')} />
          {me && (
            <Row icon="lock" title="设置" note="称呼、登录的设备、退出登录" onClick={() => go('settings')} />
          )}
          <Row
            icon="ban"
            title="凭撤销码撤销"
            note="短信说有人替您办了，不是您的意思"
            onClick={() => go('undoByCode')}
          />
          <Row
            icon="message"
            title="意见反馈"
            note="泰民通哪里写错了、不好用，告诉我们"
            onClick={() => go('feedback')}
          />
        </Box>
        {settings && (
          <Box as="p" className={styles.foot}>
            {`运营单位：${sayOperator(settings)}`}
          </Box>
        )}
        {settings && (
          <Box as="p" className={styles.foot}>
            {`备案号：${sayFiling(settings)}`}
          </Box>
        )}
      </Box>
    </Shell>
  )
}

/** The notice is new to this person, or has changed: asked here, in passing, and nothing is held up by it. */
function NoticeAsked({ before }: { before: string | null }) {
  return (
    <Card>
      <Box as="h2" className={styles.name}>
        {before === null ? '请看一遍隐私说明' : '隐私说明有修改'}
      </Box>
      <Box as="p" className={styles.note}>
        用您的哪些信息、做什么、存多久，都写在里面；看过请按“同意”。
      </Box>
      <Button kind="secondary" block onClick={() => go('privacyNotice')}>
        看隐私说明
      </Button>
    </Card>
  )
}

function Nobody({ expired }: { expired: boolean }) {
  return (
    <Card>
      <Box as="h2" className={styles.name}>
        {expired ? '登录已过期' : '您还没有登录'}
      </Box>
      <Box as="p" className={styles.note}>
        {expired
          ? '请再登录一次，就能接着用。'
          : '看活动、打电话不用登录；报名要登录，活动有变化时社区才能打电话告诉您。'}
      </Box>
      <Button onClick={() => go('signIn')}>登录</Button>
    </Card>
  )
}

function Who({ me, now }: { me: Me; now: number }) {
  const verified = residentOf(me, now).length > 0
  const roles = [...new Set(staffGrants(me, now).map((grant) => roleLabels[grant.role]))]
  return (
    <Card>
      <Box as="h2" className={styles.name}>
        {me.name ?? me.phone}
      </Box>
      {me.name !== null && (
        <Box as="p" className={styles.note}>
          {me.phone}
        </Box>
      )}
      <Box className={styles.tags}>
        {roles.map((role) => (
          <Tag key={role} tone="river" icon="building">
            {role}
          </Tag>
        ))}
        {me.level === 'realName' && <Tag tone="leaf">已实名</Tag>}
        {verified ? (
          <Tag tone="leaf">已核验居民</Tag>
        ) : (
          <Tag tone="neutral" icon="info">
            居民身份还没核验
          </Tag>
        )}
      </Box>
      {!verified && (
        <Box as="p" className={styles.note}>
          有的活动只收已核验的本地居民；您住在这里的话，在“我的住处”登记，社区三个工作日内核验。
        </Box>
      )}
    </Card>
  )
}
