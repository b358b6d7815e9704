import { DAY } from '@tmt/shared/time.ts'
import type { ManagedNotice } from '@tmt/shared/notices/staff-contract.ts'
import { useAudiencePlaces } from './audience-places.ts'
import { Outputs } from './outputs.tsx'
import type { FormValue } from './form-value.ts'

type Props = {
  value: FormValue
  notice?: ManagedNotice | undefined
  place: string
  division: string
  now: number
}

/** What is no age yet, or none, is not said. */
const ageOf = (typed: string) => (/^\d{1,3}$/.test(typed.trim()) ? Number(typed) : null)

/** What is being written, as it will go out; what is missing yet is said in its place. */
export function Preview({ value, notice, place, division, now }: Props) {
  const places = useAudiencePlaces(division).data?.items ?? notice?.places ?? []
  const corrections = notice?.corrections ?? []
  const correcting = notice !== undefined && notice.status !== 'draft'
  const note = { at: now, note: value.note || '（改了什么）', before: notice! }
  const shown = {
    id: notice?.id ?? null,
    division,
    divisionName: place,
    kind: value.kind ?? ('other' as const),
    title: value.title.trim() || '（标题）',
    body: value.body.trim() || '（内容）',
    startsAt: value.startsAt,
    endsAt: value.endsAt,
    phone: value.phone.trim() || null,
    places: places
      .filter(({ code }) => value.places.includes(code))
      .map(({ code, name }) => ({ code, name })),
    ageFrom: ageOf(value.ageFrom),
    ageTo: ageOf(value.ageTo),
    validUntil: value.validUntil ?? now + DAY,
    listedUntil: value.validUntil ?? now + DAY,
    urgent: value.urgent,
    pinned: value.pinned,
    status: 'published' as const,
    publishedAt: notice?.publishedAt ?? now,
    changedAt: now,
    withdrawnAt: null,
    withdrawReason: null,
    corrections: correcting ? [note, ...corrections] : corrections,
    version: 1,
    demo: notice?.demo ?? false,
  }
  return <Outputs notice={shown} now={now} as="h2" page />
}
