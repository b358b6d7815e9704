import { type Due, sayClock } from '@tmt/shared/due.ts'
import { useMine } from '../../home/requests.ts'
import { useNow } from '../../platform/clock.ts'
import { go } from '../../platform/pages.ts'
import { useSession } from '../../platform/session.ts'
import { Box } from '../../ui/Box'
import { Loaded } from '../../ui/Loaded'
import { Row } from '../../ui/Row'
import { iconOf, openDue, wantsMe } from '../../workbench/parts/kinds.ts'
import styles from './index.module.scss'

const SHOWN = 5

/** How what I asked for stands, the most pressing first. */
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
  const query = useMine()
  const now = useNow()
  return (
    <Loaded query={query} skeleton={{ rows: 1 }}>
      {({ items }) => (
        <Box className={styles.framed}>
          {items.slice(0, SHOWN).map((due) => (
            <Mine key={`${due.kind}${due.id}`} due={due} now={now} />
          ))}
          {items.length === 0 && (
            <Row title="没有待参加的活动" note="看看有什么活动可以报名" onClick={() => go('activities')} />
          )}
          <Row title={items.length > 0 ? '我的全部报名' : '以前的报名'} onClick={() => go('mySignups')} />
        </Box>
      )}
    </Loaded>
  )
}

function Mine({ due, now }: { due: Due; now: number }) {
  const clock = due.until !== null && due.until > now ? sayClock(due.until, now) : null
  return (
    <Row
      icon={iconOf(due)}
      title={due.title}
      note={due.note}
      value={clock ?? undefined}
      onClick={() => openDue(due)}
    />
  )
}

/** In elder mode too, what wants something from the person is said; where all is well nothing is. */
export function WantsMe() {
  const { data } = useMine()
  const now = useNow()
  const wanted = (data?.items ?? []).filter(wantsMe)
  if (wanted.length === 0) return null
  return (
    <Box className={styles.framed}>
      {wanted.map((due) => (
        <Mine key={`${due.kind}${due.id}`} due={due} now={now} />
      ))}
    </Box>
  )
}
