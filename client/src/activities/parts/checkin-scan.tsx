import { OwnCode } from '@tmt/shared/activities/checkin-contract.ts'
import { useState } from 'react'
import { now } from '../../platform/clock.ts'
import { newKey } from '../../platform/keys.ts'
import { canScan, scan } from '../../platform/scan'
import { Box } from '../../ui/Box'
import { Button } from '../../ui/Button'
import { TextField } from '../../ui/TextField'
import type { Checkins } from '../checkin-staff-requests.ts'
import { rowOf } from './kept-checkins.ts'
import styles from './checkin.module.scss'

/** Takes what a resident shows; it is kept first and sent then, with or without network. */
export function CheckinScan({ checkins: { state, note } }: { checkins: Checkins }) {
  const [digits, setDigits] = useState('')
  const [wrong, setWrong] = useState<string | null>(null)
  const [said, setSaid] = useState('')
  const take = (code: string) => {
    if (!OwnCode.safeParse(code).success) {
      setSaid('')
      return setWrong('这不是居民的签到码，请他打开这个活动的签到页')
    }
    setWrong(null)
    setDigits('')
    note({ id: newKey(), how: 'scan', code, at: now() })
    setSaid(`已记下：${rowOf(state.rows, code)?.name ?? '手机上没有名单，上传时核对'}`)
  }
  const byCamera = async () => {
    const code = await scan()
    if (code !== null) take(code)
  }
  return (
    <Box as="section" className={styles.stack}>
      <Box as="h2" className={styles.heading}>
        扫居民的码
      </Box>
      <Box className={styles.done} role="status">
        {said}
      </Box>
      {canScan && <Button onClick={() => void byCamera()}>扫一扫</Button>}
      <TextField
        label="居民报的 8 个数字"
        type="number"
        maxLength={8}
        value={digits}
        onChange={setDigits}
        error={wrong}
        onConfirm={() => take(digits)}
      />
      <Button kind="secondary" block onClick={() => take(digits)}>
        记下数字
      </Button>
    </Box>
  )
}
