import type { Division } from '@tmt/shared/divisions/contract.ts'
import { Box } from '../../ui/Box'
import { Row } from '../../ui/Row'
import styles from './units.module.scss'

type Props = { units: readonly { division: Division; within?: string }[]; onPick: (unit: Division) => void }

/** Units to pick or to look into. A community ends the way; the others open. */
export function Units({ units, onPick }: Props) {
  return (
    <Box as="ul" className={styles.units}>
      {units.map(({ division, within }) => (
        <Box as="li" key={division.code} className={styles.unit}>
          <Row
            title={division.name}
            mark={division.kind === 'statistical' ? '统计用单位' : undefined}
            note={within}
            value={division.level === 'community' && within === undefined ? '选这里' : undefined}
            onClick={() => onPick(division)}
          />
        </Box>
      ))}
    </Box>
  )
}
