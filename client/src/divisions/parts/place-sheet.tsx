import { type ManagedPlace, PlaceKind } from '@tmt/shared/divisions/place-contract.ts'
import { placeKindLabels } from '@tmt/shared/divisions/place-labels.ts'
import { useState } from 'react'
import { Box } from '../../ui/Box'
import { Button } from '../../ui/Button'
import { ChipsField } from '../../ui/ChipsField'
import { Sheet } from '../../ui/Sheet'
import { TextField } from '../../ui/TextField'
import { Trouble } from '../../ui/Trouble'
import { useAddPlace, useChangePlace, useClosePlace } from '../requests.ts'
import styles from './units.module.scss'

type Props = {
  community: string
  places: readonly ManagedPlace[]
  /** The place to change, or the kind of a new one. */
  asked: ManagedPlace | { kind: PlaceKind }
  onClose: () => void
}
const NONE = 'none'
const examples: Record<PlaceKind, string> = {
  area: '例如 东安花园',
  grid: '例如 第一网格',
  microGrid: '例如 东安花园南片',
  building: '例如 3号楼',
  group: '例如 第二村民小组',
}

/** Enters a place, or changes one that stands. */
export function PlaceSheet({ community, places, asked, onClose }: Props) {
  const old = 'code' in asked ? asked : undefined
  const [kind, setKind] = useState<PlaceKind>(asked.kind)
  const [name, setName] = useState(old?.name ?? '')
  const [grid, setGrid] = useState(old?.grid ?? NONE)
  const [area, setArea] = useState(old?.area ?? NONE)
  const [missing, setMissing] = useState<string | null>(null)
  const add = useAddPlace(onClose)
  const change = useChangePlace(onClose)
  const close = useClosePlace(onClose)
  const home = kind === 'building' || kind === 'group'
  const open = places.filter((place) => !place.closed)
  const grids = open.filter((place) => place.kind === 'grid' || (home && place.kind === 'microGrid'))
  const areas = open.filter((place) => place.kind === 'area')
  const save = () => {
    const needsGrid = kind === 'microGrid' && grid === NONE
    const wrong = name.trim() === '' ? '请写名称' : needsGrid ? '请选微网格属于哪个网格' : null
    setMissing(wrong)
    if (wrong !== null) return
    const facts = {
      name: name.trim(),
      ...((home || kind === 'microGrid') && grid !== NONE && { grid }),
      ...(kind === 'building' && area !== NONE && { area }),
    }
    if (old) change.mutate({ code: old.code, version: old.version, ...facts })
    else add.mutate({ communityId: community, kind, ...facts })
  }
  const closing = () => old && close.mutate({ code: old.code, version: old.version, closed: !old.closed })
  const busy = add.isPending || change.isPending || close.isPending
  const options = (items: readonly ManagedPlace[], none: string) => [
    { value: NONE, label: none },
    ...items.map((place) => ({ value: place.code, label: place.name })),
  ]
  return (
    <Sheet
      open
      title={old ? `修改“${old.name}”` : '新增'}
      onClose={onClose}
      actions={
        <>
          {!old?.closed && (
            <Button busy={busy} onClick={save}>
              {old ? '保存' : `新增${placeKindLabels[kind]}`}
            </Button>
          )}
          {old && (
            <Button kind="secondary" block busy={busy} onClick={closing}>
              {old.closed ? '恢复使用' : '停用'}
            </Button>
          )}
        </>
      }
    >
      <Box className={styles.stack}>
        <Trouble error={add.error ?? change.error ?? close.error} form />
        {old?.closed ? (
          <Box as="p" className={styles.note}>
            已经停用，居民登记时选不到；以前登记的还在。
          </Box>
        ) : (
          <>
            {!old && (
              <ChipsField
                label="新增什么"
                value={kind}
                onChange={setKind}
                options={PlaceKind.options.map((value) => ({ value, label: placeKindLabels[value] }))}
              />
            )}
            <TextField
              label="名称"
              hint={examples[kind]}
              maxLength={30}
              value={name}
              onChange={setName}
              error={missing}
            />
            {kind === 'building' && areas.length > 0 && (
              <ChipsField
                label="在哪个小区"
                value={area}
                onChange={setArea}
                options={options(areas, '不在小区里')}
              />
            )}
            {(home || (kind === 'microGrid' && !old)) && grids.length > 0 && (
              <ChipsField
                label="归哪个网格"
                value={grid}
                onChange={setGrid}
                options={options(grids, '还没有定')}
              />
            )}
          </>
        )}
      </Box>
    </Sheet>
  )
}
