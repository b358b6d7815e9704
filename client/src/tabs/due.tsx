import type { ActivityCard } from '@tmt/shared/activities/contract.ts'
import { DAY, sayTime } from '@tmt/shared/time.ts'
import { useManagedActivities, useUpcoming } from '../activities/requests.ts'
import { go } from '../platform/pages.ts'
import { rowsOf } from '../platform/queries.ts'
import { useWide } from '../platform/wide'
import { Row } from '../ui/Row'

/** Whose activity is this near wants its roster looked at, and people reminded. */
const SOON = 3 * DAY
const SHOWN = 2

/** What wants doing in a community: drafts that nobody sees yet, and what begins within three days. */
export function Due({ community, now }: { community: string; now: number }) {
  const wide = useWide()
  const managed = useManagedActivities(community)
  const upcoming = useUpcoming(community)
  const drafts = managed.data ? rowsOf(managed.data).filter(({ status }) => status === 'draft') : []
  const soon = (upcoming.data?.items ?? []).filter(
    ({ status, startsAt }) => status === 'published' && startsAt > now && startsAt - now < SOON,
  )
  const open = ({ id }: ActivityCard) =>
    wide ? go('manageActivities', { community, id }) : go('managedActivity', { id })
  return (
    <>
      {drafts.slice(0, SHOWN).map((activity) => (
        <Row
          key={activity.id}
          icon="edit"
          title={activity.title}
          note={`草稿，还没发布 · ${sayTime(activity.startsAt, now)} 开始`}
          onClick={() => open(activity)}
        />
      ))}
      {soon.slice(0, SHOWN).map((activity) => (
        <Row
          key={activity.id}
          icon="clock"
          title={activity.title}
          note={`${sayTime(activity.startsAt, now)} 开始 · 已报名 ${activity.confirmed} 人`}
          onClick={() => open(activity)}
        />
      ))}
    </>
  )
}
