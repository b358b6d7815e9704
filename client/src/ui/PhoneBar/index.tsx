import { Box } from '../Box'
import { PhoneLink } from './link'
import styles from './index.module.scss'

export type PhoneBarProps = {
  /** The community's counter or grid worker; null as long as nobody entered it. */
  phone: string | null
  /** Where the same can be done in person. */
  counter: string | null
}

/** The two numbers that always stand. */
export function PhoneBar({ phone, counter }: PhoneBarProps) {
  return (
    <Box as="section" className={styles.bar} label="打电话或当面办">
      <Box className={styles.links}>
        <Box className={styles.cell}>
          <PhoneLink number="12345" of="政务服务热线" />
        </Box>
        {phone !== null && (
          <Box className={styles.cell}>
            <PhoneLink number={phone} of="社区窗口" />
          </Box>
        )}
      </Box>
      {counter !== null && <Box as="p" className={styles.counter}>{`也可以到窗口当面办：${counter}`}</Box>}
    </Box>
  )
}
