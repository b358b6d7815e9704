import type { ManagedPlace } from '@tmt/shared/divisions/place-contract.ts'
import { sayPlaceCode } from '@tmt/shared/divisions/place-rules.ts'
import { Box } from '../../ui/Box'
import { Row } from '../../ui/Row'
import styles from './units.module.scss'

type Props = { places: readonly ManagedPlace[]; onPick?: ((place: ManagedPlace) => void) | undefined }

/** Buildings by the 小区 that they stand in, groups, and the grids with their micro-grids. */
export function PlaceGroups({ places, onPick }: Props) {
  const of = (...kinds: ManagedPlace['kind'][]) => places.filter(({ kind }) => kinds.includes(kind))
  const nameOf = (code: string | null) => places.find((place) => place.code === code)?.name
  const areas = of('area')
  const grids = of('grid').flatMap((grid) => [
    grid,
    ...of('microGrid').filter((micro) => micro.grid === grid.code),
  ])
  const note = (place: ManagedPlace) =>
    [
      place.closed ? '已停用' : null,
      place.kind === 'microGrid' ? `${nameOf(place.grid) ?? ''}的微网格` : null,
      place.kind === 'building' || place.kind === 'group' ? (nameOf(place.grid) ?? '还没有归到网格') : null,
      sayPlaceCode(place.code),
    ]
      .filter((words) => words !== null)
      .join(' · ')
  const list = (title: string, items: readonly ManagedPlace[]) =>
    items.length > 0 && (
      <Box as="section" key={title} className={styles.group}>
        <Box as="h2" className={styles.heading}>
          {title}
        </Box>
        <Box as="ul" className={styles.units}>
          {items.map((place) => (
            <Box as="li" key={place.code} className={styles.unit}>
              <Row title={place.name} note={note(place)} onClick={onPick && (() => onPick(place))} />
            </Box>
          ))}
        </Box>
      </Box>
    )
  return (
    <Box className={styles.groups}>
      {areas.map((area) =>
        list(
          `${area.name}的楼栋`,
          of('building').filter((home) => home.area === area.code),
        ),
      )}
      {list(
        '不在小区里的楼栋',
        of('building').filter((home) => home.area === null),
      )}
      {list('村民小组', of('group'))}
      {list('小区', areas)}
      {list('网格、微网格', grids)}
    </Box>
  )
}
