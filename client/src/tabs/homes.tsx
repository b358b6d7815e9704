import type { Division } from '@tmt/shared/divisions/contract.ts'
import { useNow } from '../platform/clock.ts'
import { go } from '../platform/pages.ts'
import { workAt } from '../platform/session.ts'
import { useMyResidencies, useWaiting } from '../residency/requests.ts'
import { needsMe, sayNext } from '../residency/parts/wording.ts'
import { Row } from '../ui/Row'

/** My homes that want something from me. */
export function useHomesDue() {
  const { data } = useMyResidencies()
  const now = useNow()
  return (data?.items ?? []).filter((one) => needsMe(one, now))
}
export function HomesDue() {
  const due = useHomesDue()
  const now = useNow()
  return (
    <>
      {due.map((one) => (
        <Row
          key={one.id}
          icon="home"
          title={`${one.placeName} ${one.door}`}
          note={sayNext(one, now)}
          onClick={() => go('myHome', { id: one.id })}
        />
      ))}
    </>
  )
}

/** How many of my homes there are, and whether one wants something. */
export function HomesRow() {
  const { data } = useMyResidencies()
  const now = useNow()
  const items = data?.items ?? []
  const due = items.filter((one) => needsMe(one, now)).length
  const waiting = items.filter(({ status }) => status === 'pending').length
  const note =
    due > 0
      ? `有 ${due} 处要您看一看`
      : waiting > 0
        ? `有 ${waiting} 处在等社区核验`
        : items.length > 0
          ? '登记、确认、搬走'
          : '登记后就是已核验的居民'
  return <Row icon="home" title="我的住处" note={note} onClick={() => go('myHomes')} />
}

/** How many homes wait to be verified, and how many are late. */
export function VerifyRow({ division: { code, name } }: { division: Division }) {
  const { data } = useWaiting(code)
  const { waiting = 0, late = 0, today = 0 } = data ?? {}
  const parts = [
    late > 0 ? `逾期 ${late}` : '',
    today > 0 ? `今天到期 ${today}` : '',
    waiting > 0 ? `待核验 ${waiting}` : '没有待核验的',
  ]
  return (
    <Row
      icon="home"
      title={`核验住处 · ${name}`}
      note={data && parts.filter((words) => words !== '').join(' · ')}
      onClick={() => {
        workAt(code)
        go('homeQueue', { community: code })
      }}
    />
  )
}
