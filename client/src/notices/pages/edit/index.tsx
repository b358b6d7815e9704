import { useRouter } from '@tarojs/taro'
import { getDivision } from '@tmt/shared/divisions/contract.ts'
import { useNow } from '../../../platform/clock.ts'
import { useAsk } from '../../../platform/queries.ts'
import { useSession } from '../../../platform/session.ts'
import { Loaded } from '../../../ui/Loaded'
import { Page } from '../../../ui/Page'
import { StaffOnly } from '../../../ui/StaffOnly'
import { ChangeForm } from '../../parts/change-form.tsx'
import { NewForm } from '../../parts/new-form.tsx'
import { rightsOver } from '../../parts/rights.ts'
import { useManagedNotice } from '../../staff-requests.ts'

/** `division=…`: a new notice there. `id=…`: a change of that draft, or a correction of what is public. */
export default function Edit() {
  const { id, division = '' } = useRouter<{ id?: string; division?: string }>().params
  const me = useSession((s) => s.me)
  const now = useNow()
  const query = useManagedNotice(id)
  const notice = query.data
  const rights = rightsOver(me, notice?.division ?? division, now)
  // Not known before the notice was read: then its own reading decides.
  const unread = id !== undefined && notice === undefined
  const allowed = notice && notice.status !== 'draft' ? rights.publish : rights.write
  if (!me || (!unread && !allowed)) {
    return (
      <StaffOnly
        title="写通知"
        form
        refusal={{
          title: '您不能改这里的通知',
          text: '通知由本单位的工作人员写；已发布的由村（居）委会成员更正。',
        }}
      />
    )
  }
  if (id === undefined) return <NewOne division={division} now={now} publish={rights.publish} />
  if (notice) return <ChangeForm key={id} notice={notice} now={now} />
  return (
    <Page title="改通知">
      <Loaded query={query} skeleton={{ kind: 'form', rows: 6 }}>
        {() => null}
      </Loaded>
    </Page>
  )
}

/** Whose notice it is, and the telephone that it proposes, are read first. */
function NewOne({ division, now, publish }: { division: string; now: number; publish: boolean }) {
  const query = useAsk(getDivision, { code: division })
  if (!query.data) {
    return (
      <Page title="写通知">
        <Loaded query={query} skeleton={{ kind: 'form', rows: 6 }}>
          {() => null}
        </Loaded>
      </Page>
    )
  }
  const { division: unit, answeredBy, phone, counter } = query.data
  const desk = { answeredBy: answeredBy?.name ?? null, phone, counter }
  return <NewForm {...{ division, now, publish, desk }} place={unit.name} />
}
