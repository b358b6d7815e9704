import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { useNow } from '../../../platform/clock.ts'
import { useDesk } from '../../../platform/desk.ts'
import { go } from '../../../platform/pages.ts'
import { rowsOf } from '../../../platform/queries.ts'
import { staffGrants, useSession } from '../../../platform/session.ts'
import { useWide } from '../../../platform/wide'
import { Box } from '../../../ui/Box'
import { Button } from '../../../ui/Button'
import { Page } from '../../../ui/Page'
import { Managed } from '../../parts/managed.tsx'
import { ManagedList } from '../../parts/managed-list.tsx'
import { rightsOver } from '../../parts/rights.ts'
import { StaffOnly } from '../../../ui/StaffOnly'
import { useManagedActivities } from '../../staff-requests.ts'
import styles from './index.module.scss'

/**
 * All activities of one community for its staff, drafts too; on a wide window with the chosen one beside them,
 * which `id` in the address names.
 */
export default function ManageActivities() {
  const me = useSession((s) => s.me)
  const params = useRouter<{ community?: string }>().params
  const now = useNow()
  const place = useSession((s) => s.place)
  const codes = staffGrants(me, now)
    .filter((grant) => grant.division.level === 'community')
    .map((grant) => grant.division.code)
  // Of several, the one worked for last.
  const own = codes.find((code) => code === place) ?? codes[0]
  const community = params.community ?? own
  if (!me || community === undefined) {
    return (
      <StaffOnly
        title="管理活动"
        refusal={{
          title: '这里给社区工作人员用',
          text: '您的账号没有这个身份。要开通，请联系泰民通的管理人员。',
        }}
      />
    )
  }
  return <Community code={community} now={now} />
}

function Community({ code, now }: { code: string; now: number }) {
  const wide = useWide()
  const me = useSession((s) => s.me)
  const desk = useDesk(code)
  const [chosen, setChosen] = useState(useRouter<{ id?: string }>().params.id)
  const { data } = useManagedActivities(code)
  const rows = data ? rowsOf(data) : []
  const name = rows[0]?.communityName
  // The first one stands open, so that the right side is never empty.
  const shown = chosen ?? rows[0]?.id
  const pick = (id: string) => (wide ? setChosen(id) : go('managedActivity', { id }))
  const { write } = rightsOver(me, code, now)
  const add = write && (
    <Button
      kind={wide ? 'secondary' : 'primary'}
      block
      onClick={() => go('editActivity', { community: code })}
    >
      新建活动
    </Button>
  )
  return (
    <Page
      title={name ? `${name}的活动` : '管理活动'}
      {...desk}
      wide={wide ? 'split' : 'single'}
      demo={rows.some((activity) => activity.demo)}
      footer={!wide && add ? add : undefined}
    >
      <Box className={styles.list}>
        {wide && add}
        <ManagedList
          community={code}
          now={now}
          onPick={pick}
          chosen={wide ? shown : undefined}
          write={write}
        />
        <Button kind="text" onClick={() => go('attendanceFigures', { community: code })}>
          活动人数
        </Button>
        <Button kind="text" onClick={() => go('moderation', { community: code })}>
          内容审核
        </Button>
      </Box>
      {wide && shown && (
        <Box as="section" label="活动详情" className={styles.beside}>
          <Managed key={shown} id={shown} now={now} onGone={() => setChosen(undefined)} />
        </Box>
      )}
    </Page>
  )
}
