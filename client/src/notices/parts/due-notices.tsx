import { sayEnd } from '@tmt/shared/time.ts'
import { go } from '../../platform/pages.ts'
import { rowsOf } from '../../platform/queries.ts'
import { useSession } from '../../platform/session.ts'
import { Row } from '../../ui/Row'
import { useManagedNotices } from '../requests.ts'
import { rightsOver } from './rights.ts'

const SHOWN = 3

/** Drafts that wait: to be let out by whoever may, to be finished by whoever writes. */
export function DueNotices({ division, now }: { division: string; now: number }) {
  const me = useSession((s) => s.me)
  const { data } = useManagedNotices(division)
  const drafts = data ? rowsOf(data).filter(({ status }) => status === 'draft') : []
  const { publish } = rightsOver(me, division, now)
  return (
    <>
      {drafts.slice(0, SHOWN).map(({ id, title, listedUntil }) => (
        <Row
          key={id}
          icon="edit"
          title={title}
          note={`通知草稿，${publish ? '等您看过发布' : '等村（居）委会成员发布'} · 挂到 ${sayEnd(listedUntil, now)}`}
          onClick={() => go('managedNotice', { id })}
        />
      ))}
    </>
  )
}
