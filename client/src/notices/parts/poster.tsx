import { sayAudience } from '@tmt/shared/notices/audience-rules.ts'
import { kindLabels } from '@tmt/shared/notices/labels.ts'
import { sayWhen } from '@tmt/shared/notices/rules.ts'
import { sayTime } from '@tmt/shared/time.ts'
import { pageUrl } from '../../platform/pages.ts'
import { site } from '../../platform/site'
import { Box } from '../../ui/Box'
import { Qr } from '../../ui/Qr'
import type { Shown } from './shown.ts'
import styles from './poster.module.scss'

/** What hangs at the stairs: one sheet of A4, with a code that opens what stands there now. */
export function Poster({ notice: n, now }: { notice: Shown; now: number }) {
  const when = sayWhen(n, now)
  const audience = sayAudience(n)
  const [last] = n.corrections
  return (
    <Box className={styles.poster}>
      <Box className={styles.head}>{`${n.divisionName} 通知 · ${kindLabels[n.kind]}`}</Box>
      <Box as="h2" className={styles.title}>
        {n.title}
      </Box>
      {n.status === 'withdrawn' && <Box className={styles.mark}>已撤回，不再算数，请把旧的取下</Box>}
      {last && n.status !== 'withdrawn' && (
        <Box className={styles.mark}>{`更正：${last.note}。以这张为准`}</Box>
      )}
      {audience !== null && <Box className={styles.when}>{`面向：${audience}`}</Box>}
      {when !== null && <Box className={styles.when}>{`时间：${when}`}</Box>}
      <Box as="p" className={styles.body}>
        {n.body}
      </Box>
      <Box className={styles.foot}>
        <Box className={styles.signed}>
          {n.phone !== null && <Box>{`电话：${n.phone}`}</Box>}
          <Box>{n.divisionName}</Box>
          <Box>{sayTime(last?.at ?? n.publishedAt ?? now, now)}</Box>
          {n.demo && <Box>演示数据，不是真实信息</Box>}
        </Box>
        <Box className={styles.scan}>
          {n.id === null ? (
            <Box className={styles.place}>存好后这里是二维码</Box>
          ) : (
            <Qr
              text={`${site()}${pageUrl('notice', { id: n.id })}`}
              label="二维码，扫一扫看这条通知现在的内容"
            />
          )}
          扫一扫，看最新内容
        </Box>
      </Box>
    </Box>
  )
}
