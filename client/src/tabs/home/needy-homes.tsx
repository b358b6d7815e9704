import { needsMe, sayNext } from '../../residency/parts/wording.ts'
import { useMyResidencies } from '../../residency/requests.ts'
import { go } from '../../platform/pages.ts'
import { Row } from '../../ui/Row'

/** My homes that want something of me: to be completed, or confirmed for another year. */
export function NeedyHomes({ now, large = false }: { now: number; large?: boolean }) {
  const { data } = useMyResidencies()
  return data?.items
    .filter((one) => needsMe(one, now))
    .map((one) => (
      <Row
        key={one.id}
        large={large}
        icon="home"
        title={`${one.placeName} ${one.door}`}
        note={sayNext(one, now)}
        onClick={() => go('myHome', { id: one.id })}
      />
    ))
}
