import {
  addPlace,
  changePlace,
  closePlace,
  listPlaces,
  managedPlaces,
  type PlaceKind,
} from '@tmt/shared/divisions/place-contract.ts'
import { isStaffOf, mayWriteFor } from '../people/policy.ts'
import { answer, perform, type Route } from '../platform/endpoint.ts'
import type { Read } from '../platform/store.ts'
import {
  allPlaces,
  findPlace,
  hasOpenChildren,
  insertPlace,
  managedView,
  nameKey,
  openPlaces,
  placeView,
  updatePlace,
} from './place-store.ts'
import { findDivision } from './store.ts'

const placesKey = (communityId: string) => `places/${communityId}`

async function loadCommunity(db: Read, { communityId }: { communityId: string }) {
  const division = await findDivision(db, communityId)
  return division?.level === 'community' ? { communityId } : undefined
}
type Parents = { communityId: string; kind: PlaceKind; grid?: string | undefined; area?: string | undefined }
/** Whether what it is put into lies in the same community, is in use, and is of a kind that holds it. */
async function fits(db: Read, { communityId, kind, grid, area }: Parents) {
  const holds = async (code: string | undefined, kinds: readonly PlaceKind[]) => {
    if (code === undefined) return true
    const parent = await findPlace(db, code)
    return parent?.communityId === communityId && parent.closedAt === null && kinds.includes(parent.kind)
  }
  if (kind === 'area' || kind === 'grid') return grid === undefined && area === undefined
  if (kind === 'microGrid') return grid !== undefined && area === undefined && (await holds(grid, ['grid']))
  return (await holds(grid, ['grid', 'microGrid'])) && (await holds(area, ['area']))
}
const everyone = () => true

export const placeRoutes: Route[] = [
  answer(listPlaces, {
    load: loadCommunity,
    sees: everyone,
    view: async ({ db, subject }) => ({ items: (await openPlaces(db, subject.communityId)).map(placeView) }),
    cache: { keys: ({ communityId }) => [placesKey(communityId)] },
  }),
  answer(managedPlaces, {
    load: loadCommunity,
    sees: isStaffOf,
    view: async ({ db, subject }) => ({ items: (await allPlaces(db, subject.communityId)).map(managedView) }),
  }),
  perform(addPlace, {
    load: loadCommunity,
    sees: isStaffOf,
    may: mayWriteFor,
    async run({ tx, input, subject: { communityId }, refuse, raise }) {
      const { kind, grid, area } = input
      if (!(await fits(tx, { communityId, kind, grid, area }))) return refuse('wrongParent')
      const place = {
        communityId,
        kind,
        name: input.name.trim(),
        gridCode: grid ?? null,
        areaCode: area ?? null,
      }
      const code = await insertPlace(tx, place)
      if (code === undefined) return refuse('tooMany')
      raise(placesKey(communityId))
      return managedView((await findPlace(tx, code))!)
    },
    audit: ({ communityId, kind }, _subject, made) => ({
      subject: made?.code ?? communityId,
      details: { kind },
    }),
    unique: { places_name: 'nameTaken' },
  }),
  perform(changePlace, {
    load: (tx, { code }) => findPlace(tx, code),
    sees: isStaffOf,
    may: mayWriteFor,
    async run({ tx, input, subject, refuse, raise }) {
      const { grid, area, version } = input
      const { code, communityId, kind } = subject
      if (version !== subject.version) return refuse('stale')
      if (subject.closedAt !== null) return refuse('closed')
      // A micro-grid's code names its grid, so it stays there.
      if (kind === 'microGrid' && grid !== subject.gridCode) return refuse('wrongParent')
      if (!(await fits(tx, { communityId, kind, grid, area }))) return refuse('wrongParent')
      const name = input.name.trim()
      const facts = { name, gridCode: grid ?? null, areaCode: area ?? null }
      const change = { ...facts, nameKey: nameKey({ kind, ...facts }) }
      if (!(await updatePlace(tx, code, version, change))) return refuse('stale')
      raise(placesKey(communityId))
      return managedView((await findPlace(tx, code))!)
    },
    audit: ({ code, version }) => ({ subject: code, details: { version } }),
    unique: { places_name: 'nameTaken' },
  }),
  perform(closePlace, {
    load: (tx, { code }) => findPlace(tx, code),
    sees: isStaffOf,
    may: mayWriteFor,
    async run({ tx, input: { closed, version }, subject, now, refuse, raise }) {
      const { code, communityId, kind, gridCode, areaCode } = subject
      if (version !== subject.version) return refuse('stale')
      if (closed && (await hasOpenChildren(tx, code))) return refuse('notEmpty')
      const parents = { grid: gridCode ?? undefined, area: areaCode ?? undefined }
      if (!closed && !(await fits(tx, { communityId, kind, ...parents }))) return refuse('wrongParent')
      const change = { closedAt: closed ? now : null, nameKey: closed ? null : nameKey(subject) }
      if (!(await updatePlace(tx, code, version, change))) return refuse('stale')
      raise(placesKey(communityId))
      return managedView((await findPlace(tx, code))!)
    },
    audit: ({ code, closed }) => ({ subject: code, details: { closed } }),
    unique: { places_name: 'nameTaken' },
  }),
]
