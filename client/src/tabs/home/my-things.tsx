import { sayClock } from '@tmt/shared/due.ts'
import { useMine } from '../../home/requests.ts'
import { useNow } from '../../platform/clock.ts'
import { go } from '../../platform/pages.ts'
import { useSession } from '../../platform/session.ts'
import { Box } from '../../ui/Box'
import { Loaded } from '../../ui/Loaded'
import { Row } from '../../ui/Row'
import { iconOf, openDue } from '../../workbench/parts/kinds.ts'
import { HomesDue } from '../homes.tsx'
import styles from './index.module.scss'

const SHOWN = 5

/** How what I asked for stands: homes that want something from me, and the activities that I signed up for. */
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
          <HomesDue />
          {items.slice(0, SHOWN).map((due) => (
            <Row
              key={`${due.kind}${due.id}`}
              icon={iconOf(due)}
              title={due.title}
              note={due.note}
              value={(due.until !== null && due.until > now && sayClock(due.until, now)) || undefined}
              onClick={() => openDue(due)}
            />
          ))}
          <Row
            title={items.length > 0 ? '我的全部报名' : '没有待参加的活动'}
            note={items.length > 0 ? undefined : '看以前的报名'}
            onClick={() => go('mySignups')}
          />
        </Box>
      )}
    </Loaded>
  )
}
