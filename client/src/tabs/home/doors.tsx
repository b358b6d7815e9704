import { useElder } from '../../platform/elder.ts'
import { go, type PageName } from '../../platform/pages.ts'
import { Box } from '../../ui/Box'
import { Card } from '../../ui/Card'
import { Icon } from '../../ui/Icon'
import type { IconName } from '../../ui/Icon/types.ts'
import { Row } from '../../ui/Row'
import styles from './index.module.scss'

type Door = { title: string; note: string; icon: IconName; page: PageName }
const doors: readonly Door[] = [
  { title: '参加活动', note: '看有什么活动,报名', icon: 'calendar', page: 'activities' },
  { title: '打电话找人', note: '社区窗口、12345', icon: 'phone', page: 'phones' },
]

/** What a person comes for. A door that is not built is not drawn. */
export function Doors() {
  const elder = useElder()
  if (elder) {
    return (
      <Box as="nav" className={styles.rows} label="办什么事">
        {doors.map(({ title, note, icon, page }) => (
          <Box key={page} className={styles.framed}>
            <Row icon={icon} title={title} note={note} onClick={() => go(page)} />
          </Box>
        ))}
      </Box>
    )
  }
  return (
    <Box as="nav" className={styles.doors} label="办什么事">
      {doors.map(({ title, note, icon, page }) => (
        <Box key={page} className={styles.door}>
          <Card onClick={() => go(page)} label={`${title},${note}`}>
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
