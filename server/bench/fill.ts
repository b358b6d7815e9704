import { renameSync, rmSync } from 'node:fs'
import Database from 'better-sqlite3'
import { Category } from '@tmt/shared/activities/contract.ts'
import { parentOf } from '@tmt/shared/divisions/rules.ts'
import { DAY, HOUR } from '@tmt/shared/time.ts'
import { register } from '../src/divisions/register.ts'
import { saveRegister } from '../src/divisions/store.ts'
import { migrateDatabase } from '../src/platform/migrate.ts'
import { openStore } from '../src/platform/open-store.ts'
import { fillDoors } from './fill-checkins.ts'
import { fillPeople } from './fill-people.ts'
import { hashOf, NOW, PAST, RUSHES, SESSION_EVERY, SIGNERS, type Size, tokenOf } from './sizes.ts'
import { answerParent } from './wire.ts'

/** An id of version 7's shape that sorts by `at`, then `n`: rows come in the order in which a city writes them. */
function idOf(at: number, n: number) {
  const time = at.toString(16).padStart(12, '0')
  const tail = n.toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${tail}`
}
const residentSince = (i: number, residents: number) =>
  NOW - 3 * 365 * DAY + Math.floor((i / residents) * 365 * DAY)
const residentId = (i: number, residents: number) => idOf(residentSince(i, residents), i)

const categories = Category.options
const titles = [
  '老年智能手机课',
  '亲子手工',
  '困难家庭走访说明会',
  '无障碍出行体验',
  '家庭教育讲座',
  '戏曲票友会',
  '乒乓球友谊赛',
]
const BODY =
  '压测数据，不是真实活动。请提前十分钟到场签到，志愿者在门口引导；现场备有茶水和老花镜，行动不便的居民可以走无障碍通道。' +
  '活动材料免费，名额有限，报了名去不了请提前取消，把名额留给邻居。'

type Insert = (...values: (string | number | null)[]) => void
/** An insert of all given columns, prepared once. */
function inserter(raw: Database.Database, table: string, columns: string): Insert {
  const marks = columns.replace(/\w+/g, '?')
  const statement = raw.prepare(`insert into ${table} (${columns}) values (${marks})`)
  return (...values) => void statement.run(values)
}

function fillResidents(raw: Database.Database, { residents }: Size, communities: string[]) {
  const person = inserter(
    raw,
    'persons',
    'id, phone_index, phone_sealed, phone_mask, name, community_id, demo, created_at',
  )
  const grant = inserter(raw, 'role_grants', 'id, person_id, role, division, granted_at, demo')
  const session = inserter(
    raw,
    'sessions',
    'id, token_hash, person_id, device, created_at, used_at, expires_at',
  )
  for (let i = 0; i < residents; i += 1) {
    const id = residentId(i, residents)
    const at = residentSince(i, residents)
    const community = communities[i % communities.length]!
    // Of the length that sealing and indexing a number give; nothing in a run opens them.
    const index = hashOf(`phone ${i}`)
    const sealed = `sm4:1:${index.slice(0, 16)}:${index.slice(16, 38)}:${index.slice(0, 15)}`
    person(
      id,
      index,
      sealed,
      `199****${String(i % 10_000).padStart(4, '0')}`,
      `压测居民${i}`,
      community,
      1,
      at,
    )
    grant(id, id, 'resident', community, at, 1)
    if (i % SESSION_EVERY === 0 || i < SIGNERS)
      session(id, hashOf(tokenOf(i)), id, '压测设备', NOW - DAY / 2, NOW - HOUR, NOW + 29 * DAY)
  }
}

function fillActivities(raw: Database.Database, size: Size, communities: string[]) {
  const activity = inserter(
    raw,
    'activities',
    `id, community_id, town_id, title, category, body, place, starts_at, ends_at, signup_closes_at, capacity, confirmed,
     residency_required, risk_notice, status, created_by, created_at, published_at, changed_at, demo`,
  )
  const signup = inserter(
    raw,
    'signups',
    'id, activity_id, person_id, participant, household, status, at, changed_at',
  )
  const known = size.residents - SIGNERS
  const grant = inserter(raw, 'role_grants', 'id, person_id, role, division, granted_at, demo')
  fillDoors(
    { activity, signup, grant },
    { resident: (n) => residentId(n, size.residents), other: (n) => idOf(NOW - DAY, 0x800000000000 + n) },
    communities[0]!,
  )
  let signups = 0
  for (let i = 0; i < size.activities; i += 1) {
    // Round by round, each community one: the oldest round began three years ago, one a week, then every 2½ days.
    const round = Math.floor(i / communities.length)
    const community = communities[i % communities.length]!
    const week = round - PAST
    const day = Math.floor(NOW / DAY) * DAY + (week < 0 ? week * 7 * DAY : Math.floor((week + 1) * 2.5) * DAY)
    const startsAt = day + ((i * 37) % 24) * (HOUR / 2)
    const madeAt = Math.min(startsAt - 20 * DAY, NOW - DAY)
    const id = idOf(madeAt, i)
    const status = i % 50 === 49 ? 'cancelled' : i % 100 === 48 ? 'draft' : 'published'
    const from = Math.floor((i * size.signups) / size.activities)
    const to = Math.floor(((i + 1) * size.signups) / size.activities)
    activity(
      id,
      community,
      parentOf(community),
      `${titles[i % titles.length]}第${round + 1}期`,
      categories[i % categories.length]!,
      BODY,
      '党群服务中心二楼活动室',
      startsAt,
      startsAt + 2 * HOUR,
      startsAt - HOUR,
      200,
      status === 'published' ? to - from : 0,
      i % 2 === 0 ? 'none' : 'town',
      '请穿防滑的鞋；有心脏病史的居民请先问医生。',
      status,
      residentId(i % size.residents, size.residents),
      madeAt,
      status === 'draft' ? null : madeAt,
      madeAt,
      1,
    )
    for (let s = from; s < to; s += 1) {
      // A large odd stride spreads a resident's signups over the whole file, as life does.
      const resident = SIGNERS + ((i * 7919 + (s - from) * 104_729) % known)
      const at = madeAt + (s - from) * 20 * 60_000
      const kept = status === 'published' ? 'confirmed' : 'cancelledByHost'
      const who = residentId(resident, size.residents)
      signup(idOf(at, (signups += 1)), id, who, who, who, kept, at, at)
    }
  }
}

/** What everybody wants to come to, all at once: 100 places, and room to wait for all. */
function fillRushes(raw: Database.Database, size: Size, community: string) {
  const activity = inserter(
    raw,
    'activities',
    `id, community_id, town_id, title, category, body, place, starts_at, ends_at, signup_closes_at, capacity, waitlist_capacity,
     residency_required, status, created_by, created_at, published_at, changed_at, demo`,
  )
  const startsAt = NOW + 5 * DAY
  for (let i = 0; i < RUSHES; i += 1) {
    const id = idOf(NOW - DAY, size.activities + i)
    const author = residentId(0, size.residents)
    const place = '党群服务中心二楼活动室'
    activity(
      id,
      community,
      parentOf(community),
      `抢名额第${i + 1}场`,
      'culture',
      BODY,
      place,
      startsAt,
      startsAt + 2 * HOUR,
      startsAt - HOUR,
      100,
      10_000,
      'none',
      'published',
      author,
      NOW - DAY,
      NOW - DAY,
      NOW - DAY,
      1,
    )
  }
}

/** The city in one file, without the product's own pace: no journal, indexes made at the end. */
async function fill({ file, size }: { file: string; size: Size }) {
  const draft = `${file}.part`
  for (const rest of ['', '-wal', '-shm', '-journal']) rmSync(draft + rest, { force: true })
  await migrateDatabase(draft)
  const store = await openStore(draft)
  const units = register()
  await store.write((tx) => saveRegister(tx, units))
  await store.close()

  const communities = units.filter((u) => u.kind === 'urban' || u.kind === 'village').map((u) => u.code)
  const raw = new Database(draft)
  raw.pragma('journal_mode = OFF')
  raw.pragma('synchronous = OFF')
  raw.pragma('foreign_keys = OFF')
  raw.pragma('cache_size = -262144')
  const indexes = raw
    .prepare(
      `select name, sql from sqlite_master where type = 'index' and sql is not null
       and tbl_name in ('persons', 'role_grants', 'sessions', 'activities', 'signups', 'residencies')`,
    )
    .all() as { name: string; sql: string }[]
  for (const { name } of indexes) raw.exec(`drop index ${name}`)
  raw.exec('begin')
  fillResidents(raw, size, communities.slice(0, size.communities))
  fillActivities(raw, size, communities.slice(0, size.communities))
  fillPeople(raw, size, communities.slice(0, size.communities), { inserter, idOf, residentId })
  fillRushes(raw, size, communities[0]!)
  raw.exec('commit')
  for (const { sql } of indexes) raw.exec(sql)
  raw.pragma('journal_mode = WAL')
  raw.close()
  renameSync(draft, file)
}

answerParent({ fill })
