import type {
  ManagedOrganization,
  OrganizationCard,
  OrganizationFacts,
} from '@tmt/shared/organizations/contract.ts'
import { and, asc, count, eq, max, sql } from 'drizzle-orm'
import { findDivision } from '../divisions/store.ts'
import { divisions } from '../divisions/tables.ts'
import { newId } from '../platform/ids.ts'
import { prepared } from '../platform/prepared.ts'
import type { Read, Write } from '../platform/store.ts'
import { organizationReports, organizations } from './tables.ts'

export type Organization = typeof organizations.$inferSelect

const columns = {
  id: organizations.id,
  communityId: organizations.communityId,
  kind: organizations.kind,
  name: organizations.name,
  purpose: organizations.purpose,
  phone: organizations.phone,
  hours: organizations.hours,
  place: organizations.place,
  checkedAt: organizations.checkedAt,
  demo: organizations.demo,
}
const inOrder = [asc(organizations.position), asc(organizations.id)]

const cards = prepared((db: Read) =>
  db
    .select(columns)
    .from(organizations)
    .where(eq(organizations.communityId, sql.placeholder('communityId')))
    .orderBy(...inOrder),
)
export function listCards(db: Read, communityId: string): Promise<OrganizationCard[]> {
  return cards(db, { communityId })
}

const counted = { ...columns, version: organizations.version, reports: count(organizationReports.id) }
function managed(db: Read, where: ReturnType<typeof eq>): Promise<ManagedOrganization[]> {
  return db
    .select(counted)
    .from(organizations)
    .leftJoin(organizationReports, eq(organizationReports.organizationId, organizations.id))
    .where(where)
    .groupBy(organizations.id)
    .orderBy(...inOrder)
    .then((rows) => rows)
}
export function listManaged(db: Read, communityId: string) {
  return managed(db, eq(organizations.communityId, communityId))
}
export async function findManaged(db: Read, id: string): Promise<ManagedOrganization | undefined> {
  const [row] = await managed(db, eq(organizations.id, id))
  return row
}
export async function findOrganization(db: Read, id: string): Promise<Organization | undefined> {
  const [row] = await db.select().from(organizations).where(eq(organizations.id, id))
  return row
}
/** Who has cards: a village or a community, of either kind. */
export async function loadCommunity(db: Read, { communityId }: { communityId: string }) {
  const division = await findDivision(db, communityId)
  return division?.level === 'community' ? { communityId, name: division.name } : undefined
}

/** Until the unit ends nobody else adds or moves a card of this community: its row is held. */
export async function holdCommunity(tx: Write, communityId: string) {
  await tx.update(divisions).set({ code: communityId }).where(eq(divisions.code, communityId))
}
export function countCards(db: Read, communityId: string) {
  return db.$count(organizations, eq(organizations.communityId, communityId))
}
type NewOrganization = OrganizationFacts & { communityId: string; demo?: boolean }
/** Puts a card behind the others. */
export async function insertOrganization(tx: Write, card: NewOrganization, now: number) {
  const id = newId(now)
  const [last] = await tx
    .select({ position: max(organizations.position) })
    .from(organizations)
    .where(eq(organizations.communityId, card.communityId))
  const position = (last?.position ?? 0) + 1
  await tx.insert(organizations).values({ id, ...card, position, checkedAt: now })
  return id
}
/** Writes over the version that was read; false when it has moved on. */
export async function update(
  tx: Write,
  id: string,
  version: number,
  changes: Partial<OrganizationFacts> & { checkedAt?: number },
) {
  const rows = await tx
    .update(organizations)
    .set({ ...changes, version: version + 1 })
    .where(and(eq(organizations.id, id), eq(organizations.version, version)))
    .returning({ id: organizations.id })
  return rows.length > 0
}
/** Changes places with the neighbour; false when there is none on that side. The community is held. */
export async function move(tx: Write, { id, communityId }: Organization, direction: 'up' | 'down') {
  const rows = await tx
    .select({ id: organizations.id, position: organizations.position })
    .from(organizations)
    .where(eq(organizations.communityId, communityId))
    .orderBy(...inOrder)
  const at = rows.findIndex((row) => row.id === id)
  const one = rows[at]
  const other = rows[direction === 'up' ? at - 1 : at + 1]
  if (!one || !other) return false
  await tx.update(organizations).set({ position: other.position }).where(eq(organizations.id, one.id))
  await tx.update(organizations).set({ position: one.position }).where(eq(organizations.id, other.id))
  return true
}
export async function remove(tx: Write, id: string) {
  await clearReports(tx, id)
  await tx.delete(organizations).where(eq(organizations.id, id))
}

/** One a person; a second one breaks `organization_reports_once`. */
export async function insertReport(tx: Write, organizationId: string, personId: string, now: number) {
  await tx.insert(organizationReports).values({ id: newId(now), organizationId, personId, at: now })
}
export async function clearReports(tx: Write, organizationId: string) {
  await tx.delete(organizationReports).where(eq(organizationReports.organizationId, organizationId))
}
