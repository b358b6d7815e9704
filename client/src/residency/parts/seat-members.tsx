import type { Seat } from '@tmt/shared/residency/seat-contract.ts'
import { basisLabels, howLabels, representativeLabels } from '@tmt/shared/residency/seat-labels.ts'
import { Box } from '../../ui/Box'
import { Tag } from '../../ui/Tag'
import { sayArea } from './area.ts'
import { Fact } from './facts.tsx'
import { sayDay } from './wording.ts'
import styles from './stack.module.scss'

/** Who belongs to a household or a unit, who speaks for it, and who did before. */
export function SeatMembers({ seat }: { seat: Seat }) {
  const { members, purpose, unit, history } = seat
  const speaks = members.some(({ representative }) => representative)
  return (
    <>
      <Box as="ul" className={styles.list}>
        {members.map(({ id, name, me, head, representative, minor }) => (
          <Box as="li" key={id} className={styles.head}>
            <Box as="span">{me ? `${name}（您）` : name}</Box>
            {head && (
              <Tag tone="neutral" icon="home">
                户主
              </Tag>
            )}
            {representative && (
              <Tag tone="leaf" icon="person">
                {representativeLabels[purpose]}
              </Tag>
            )}
            {minor && (
              <Tag tone="neutral" icon="info">
                未满 18 周岁
              </Tag>
            )}
          </Box>
        ))}
      </Box>
      {!speaks && (
        <Box as="p" className={styles.note}>
          {nobody(seat)}
        </Box>
      )}
      {unit && (
        <Box className={styles.rows}>
          <Fact icon="building" name={`面积（${basisLabels[unit.basis]}）`} value={sayArea(unit.area)} />
          <Fact icon="users" name="产权证上的共有人" value={`${unit.owners} 人`} />
        </Box>
      )}
      {history.length > 0 && (
        <Box as="ul" className={styles.list} label="代表的变化">
          {history.map(({ at, name, how }, i) => (
            <Box as="li" key={`${at}${i}`} className={styles.note}>
              {`${sayDay(at)} ${name === null ? howLabels[how] : `${name}当代表：${howLabels[how]}`}`}
            </Box>
          ))}
        </Box>
      )}
    </>
  )
}
function nobody({ purpose, unit }: Seat) {
  if (purpose === 'household')
    return '还没有户代表。社区工作者核验户主以后，户主就是户代表；也可以现在一起推一位。'
  return unit === null
    ? '还没有业主代表。社区工作者录入面积和共有人数以后就能定。'
    : '还没有业主代表。共有人都登记以后，一起推一位，一个房产只有一票。'
}
