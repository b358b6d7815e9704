import type { Codes } from '@tmt/shared/activities/checkin-contract.ts'
import { SLOT } from '@tmt/shared/activities/checkin-rules.ts'
import { useEffect, useState } from 'react'
import { Box } from '../../ui/Box'
import { Button } from '../../ui/Button'
import { Qr } from '../../ui/Qr'
import styles from './checkin.module.scss'

type Props = {
  codes: Codes
  /** When they were read, by this device's clock: what has passed since then is all that it has to measure. */
  readAt: number
  /** What they are, e.g. `我的签到码`. */
  name: string
  onLow: () => void
}
/** So many are left: time to ask for more. */
const LOW = 6

/** A code that changes every half minute, and goes on changing while there is no network. */
export function RunningCode({ codes, readAt, name, onLow }: Props) {
  const [at, setAt] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setAt(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [])
  const passed = codes.now - codes.from + Math.max(0, at - readAt)
  const index = Math.floor(passed / SLOT)
  const isLow = codes.items.length - index <= LOW
  useEffect(() => {
    if (isLow) onLow()
    // Once for each time that they run low, and again every half minute while no answer comes.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [isLow, index])
  const code = codes.items[index]
  if (!code)
    return (
      <Box className={styles.stack} role="status">
        <Box as="p" className={styles.waits}>
          码用完了，连上网络才能换新的。没有网络时，请工作人员在名单上代签。
        </Box>
        <Button kind="secondary" onClick={onLow}>
          再取一次
        </Button>
      </Box>
    )
  const { token, digits } = code
  return (
    <Box className={styles.code}>
      <Qr text={token} label={`${name}，数字是 ${digits.split('').join(' ')}`} />
      <Box className={styles.digits}>
        {`${digits.slice(0, digits.length / 2)} ${digits.slice(digits.length / 2)}`}
      </Box>
      <Box as="p" className={styles.note}>
        {`${Math.ceil((SLOT - (passed % SLOT)) / 1000)} 秒后换下一个；拍下来发给别人，一分钟后就不能用。`}
      </Box>
    </Box>
  )
}
