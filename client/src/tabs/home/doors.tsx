import { go, type PageName } from '../../platform/pages.ts'
import { useSession } from '../../platform/session.ts'
import { Box } from '../../ui/Box'
import { Card } from '../../ui/Card'
import { Icon } from '../../ui/Icon'
import type { IconName } from '../../ui/Icon/types.ts'
import { Row } from '../../ui/Row'
import styles from './index.module.scss'

type Door = { title: string; note: string; icon: IconName; page: PageName }
const doors: readonly Door[] = [
  { title: '参加活动', note: '看有什么活动，报名', icon: 'calendar', page: 'activities' },
  { title: '打电话找人', note: '居委会、网格员、12345', icon: 'phone', page: 'phones' },
]

/** What a person comes for. A door that is not built is not drawn. */
export function Doors() {
  return (
    <Box as="nav" className={styles.doors} label="办什么事">
      {doors.map(({ title, note, icon, page }) => (
        <Box key={page} className={styles.door}>
          <Card onClick={() => go(page)} label={`${title}，${note}`}>
            <Box className={styles.icon}>
              <Icon name={icon} size={32} />
            </Box>
            <Box className={styles.doorTitle}>{title}</Box>
            <Box className={styles.doorNote}>{note}</Box>
          </Card>
        </Box>
      ))}
    </Box>
  )
}

const notices: Door = { title: '看通知', note: '停水停电、缴费、体检', icon: 'bell', page: 'notices' }

/** The same in elder mode, each a row of the page's width, and 我的事 as one of them. */
export function ElderDoors() {
  const signedIn = useSession((s) => s.token !== null)
  const mine: Door = signedIn
    ? { title: '我的事', note: '看我报名的活动', icon: 'person', page: 'mySignups' }
    : { title: '我的事', note: '登录后看我报名的活动', icon: 'person', page: 'signIn' }
  return (
    <Box as="nav" className={styles.rows} label="办什么事">
      {[notices, ...doors, mine].map(({ title, note, icon, page }) => (
        <Box key={page} className={styles.framed}>
          <Row large icon={icon} title={title} note={note} onClick={() => go(page)} />
        </Box>
      ))}
    </Box>
  )
}
