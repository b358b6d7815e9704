import type { Desk } from '../../platform/desk.ts'
import { Box } from '../Box'
import { PhoneLink } from './link'
import styles from './index.module.scss'

/** The two numbers that always stand: the city's, and that of the counter which answers here. */
export function PhoneBar({ answeredBy, phone, counter }: Desk) {
  const office = `${answeredBy ?? '社区'}窗口`
  return (
    <Box as="section" className={styles.bar} label="打电话或当面办">
      <Box className={styles.links}>
        <Box className={styles.cell}>
          <PhoneLink number="12345" of="政务服务热线" />
        </Box>
        {phone !== null && (
          <Box className={styles.cell}>
            <PhoneLink number={phone} of={office} />
          </Box>
        )}
      </Box>
      {counter !== null && (
        <Box as="p" className={styles.counter}>{`也可以到${office}当面办：${counter}`}</Box>
      )}
    </Box>
  )
}
