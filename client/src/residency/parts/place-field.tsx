import type { Place } from '@tmt/shared/divisions/place-contract.ts'
import { useState } from 'react'
import { useDesk } from '../../platform/desk.ts'
import { go } from '../../platform/pages.ts'
import { ChipsField } from '../../ui/ChipsField'
import { Loaded } from '../../ui/Loaded'
import { usePlaces } from '../home-requests.ts'

type Props = { community: string; value: string; onChange: (code: string) => void; error: string | null }

/** First the 小区, then the building in it; a village has its groups at once. */
export function PlaceField({ community, ...field }: Props) {
  const query = usePlaces(community)
  const { phone } = useDesk(community)
  return (
    <Loaded
      query={query}
      skeleton={{ rows: 2 }}
      empty={({ items }) =>
        homesOf(items).length > 0
          ? null
          : {
              title: '这里的楼栋还没有录入',
              text: phone
                ? `请打社区窗口电话 ${phone}，请他们录入后再来。`
                : '请到社区窗口办，或过些时候再来。',
              action: { label: '打电话找人', onClick: () => go('phones') },
            }
      }
    >
      {({ items }) => <Choice places={items} {...field} />}
    </Loaded>
  )
}

const homesOf = (places: readonly Place[]) =>
  places.filter(({ kind }) => kind === 'building' || kind === 'group')
const NONE = 'none'

function Choice({ places, value, onChange, error }: Omit<Props, 'community'> & { places: readonly Place[] }) {
  const homes = homesOf(places)
  const chosen = homes.find(({ code }) => code === value)
  const areas = places.filter(({ kind, code }) => kind === 'area' && homes.some(({ area }) => area === code))
  const loose = homes.some(({ area }) => area === null)
  const [picked, setPicked] = useState(chosen?.area ?? (chosen ? NONE : (areas[0]?.code ?? NONE)))
  const shown = areas.length === 0 ? homes : homes.filter(({ area }) => (area ?? NONE) === picked)
  const groups = shown.some(({ kind }) => kind === 'group')
  return (
    <>
      {areas.length > 0 && (
        <ChipsField
          label="小区"
          value={picked}
          onChange={setPicked}
          options={[
            ...areas.map(({ code, name }) => ({ value: code, label: name })),
            ...(loose ? [{ value: NONE, label: '不在小区里' }] : []),
          ]}
        />
      )}
      <ChipsField
        error={error}
        label={groups ? '楼栋或村民小组' : '楼栋'}
        value={value}
        onChange={onChange}
        options={shown.map(({ code, name }) => ({ value: code, label: name }))}
      />
    </>
  )
}
