import { useMySignups } from '../../activities/requests.ts'
import { useNow } from '../../platform/clock.ts'
import { go } from '../../platform/pages.ts'
import { rowsOf } from '../../platform/queries.ts'
import { useSession } from '../../platform/session.ts'
import { sayTime } from '@tmt/shared/time.ts'
import { Box } from '../../ui/Box'
import { Loaded } from '../../ui/Loaded'
import { Row } from '../../ui/Row'
import { NeedyHomes } from './needy-homes.tsx'
import styles from './index.module.scss'

const SHOWN = 3

/** How what I asked for stands: for now, the activities that I signed up for. */
export function MyThings() {
  const signedIn = useSession((s) => s.token !== null)
  return (
    <Box as="section" className={styles.section}>
      <Box as="h2" className={styles.heading}>
        我的事
      </Box>
      {signedIn ? (
        <Next />
      ) : (
        <Box className={styles.framed}>
          <Row icon="person" title="登录后看我报名的活动" onClick={() => go('signIn')} />
        </Box>
      )}
    </Box>
  )
}

function Next() {
  const query = useMySignups()
  const now = useNow()
  return (
    <Loaded query={query} skeleton={{ rows: 1 }}>
      {(data) => {
        const next = rowsOf(data)
          .filter(({ status, activity }) => status === 'confirmed' && activity.endsAt > now)
          .sort((a, b) => a.activity.startsAt - b.activity.startsAt)
        return (
          <Box className={styles.framed}>
            <NeedyHomes now={now} />
            {next.slice(0, SHOWN).map(({ activity }) => (
              <Row
                key={activity.id}
                icon="calendar"
                title={activity.title}
                note={`已报名 · ${sayTime(activity.startsAt, now)} · ${activity.place}`}
                onClick={() => go('activity', { id: activity.id })}
              />
            ))}
            <Row
              title={next.length > 0 ? '我的全部报名' : '没有待参加的活动'}
              note={next.length > 0 ? undefined : '看以前的报名'}
              onClick={() => go('mySignups')}
            />
          </Box>
        )
      }}
    </Loaded>
  )
}
