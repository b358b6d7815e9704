import { kindLabels } from '@tmt/shared/residency/labels.ts'
import type { Claim } from '@tmt/shared/residency/staff-contract.ts'
import { Box } from '../../ui/Box'
import { Card } from '../../ui/Card'
import { cx } from '../../ui/cx.ts'
import { DueTag } from './claimed.tsx'
import styles from './stack.module.scss'

type Props = {
  rows: readonly Claim[]
  now: number
  chosen: string | undefined
  onPick: (claim: Claim) => void
}

/** What those who verify choose from. */
export function ClaimRows({ rows, now, chosen, onPick }: Props) {
  return (
    <Box as="ul" className={styles.list}>
      {rows.map((claim) => {
        const { id, placeName, door, name, kind, status } = claim
        return (
          <Box as="li" key={id} className={cx(id === chosen && styles.chosen)}>
            <Card
              onClick={() => onPick(claim)}
              label={`${placeName} ${door}，${name}${id === chosen ? '，正在看' : ''}`}
            >
              <Box className={styles.head}>
                <Box as="h2" className={styles.title}>{`${placeName} ${door}`}</Box>
                {status === 'pending' && <DueTag claim={claim} now={now} />}
              </Box>
              <Box as="p" className={styles.note}>{`${name} · ${kindLabels[kind]}`}</Box>
            </Card>
          </Box>
        )
      })}
    </Box>
  )
}
