import { lineOf } from '@tmt/shared/divisions/rules.ts'

/** What is raised when a notice to this unit changes. */
const listKey = (division: string) => `notices/${division}`
export const noticeKey = (id: string) => `notice/${id}`
/** A unit's list shows what is for it and what is for the units above. */
export const listKeys = (division: string) => lineOf(division).map(listKey)

/** Every kept answer that shows the notice is out of date. */
export function raiseNotice(
  raise: (key: string) => void,
  { id, division }: { id: string; division: string },
) {
  raise(noticeKey(id))
  raise(listKey(division))
}
