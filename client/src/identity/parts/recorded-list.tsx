import type { Recorded } from '@tmt/shared/identity/contract.ts'
import { providerLabels } from '@tmt/shared/identity/labels.ts'
import { sayTime } from '@tmt/shared/time.ts'
import { useState } from 'react'
import { rowsOf } from '../../platform/queries.ts'
import { Box } from '../../ui/Box'
import { Button } from '../../ui/Button'
import { Loaded } from '../../ui/Loaded'
import { Row } from '../../ui/Row'
import { useRecorded } from '../requests.ts'
import { More } from './more.tsx'
import { RevealSheet } from './reveal-sheet.tsx'
import styles from './identity.module.scss'

/** Who is verified here. Read on demand, since each reading is written down. */
export function RecordedList({ community, now }: { community: string; now: number }) {
  const [open, setOpen] = useState(false)
  const [chosen, setChosen] = useState<Recorded | null>(null)
  const query = useRecorded(community, open)
  return (
    <Box as="section" className={styles.section}>
      <Box as="h2" className={styles.heading}>
        实名登记过的人
      </Box>
      {open ? (
        <Loaded
          query={query}
          empty={(data) =>
            rowsOf(data).length > 0 ? null : { title: '还没有人登记', text: '在窗口登记后会列在这里。' }
          }
        >
          {(data) => (
            <>
              <Box as="p" className={styles.note}>
                要看完整信息，请按那一行，写明理由。
              </Box>
              <Box className={styles.rows}>
                {rowsOf(data).map((row) => (
                  <Row
                    key={row.personId}
                    title={`${row.name ?? '没有姓名'} ${row.phone}`}
                    note={`${row.idNumber ?? '没有收集身份证号'} · ${providerLabels[row.provider]} ${sayTime(row.verifiedAt, now)}`}
                    onClick={() => setChosen(row)}
                  />
                ))}
              </Box>
              <More query={query} />
            </>
          )}
        </Loaded>
      ) : (
        <>
          <Box as="p" className={styles.note}>
            名单含个人信息，只用来核对和联系；打开会留下记录。
          </Box>
          <Button kind="secondary" block onClick={() => setOpen(true)}>
            打开名单
          </Button>
        </>
      )}
      {chosen !== null && (
        <RevealSheet
          key={chosen.personId}
          of={chosen}
          community={community}
          onClose={() => setChosen(null)}
        />
      )}
    </Box>
  )
}
