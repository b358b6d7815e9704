import Database from 'better-sqlite3'
import { CITY } from '@tmt/shared/divisions/rules.ts'
import { DAY, HOUR } from '@tmt/shared/time.ts'
import { type Figure, median, say } from './figures.ts'
import type { Supply } from './requests.ts'
import { CITY_STAFF, NOW, tokenOf } from './sizes.ts'
import type { Product, Run, Stage } from './stage.ts'

type Named = { name: string; target: Figure['target'] }
const sayRound = (rounds: Run[]) =>
  `p50 ${say(median(rounds.map((r) => r.p50)))}、p99 ${say(median(rounds.map((r) => r.p99)))} 毫秒`

/** How many are done in an hour at this pace: each asked once, by many workers at the same time. */
export async function hourly(
  stage: Stage,
  product: Product,
  { name, target }: Named,
  supply: Supply,
): Promise<Figure> {
  const most = Math.floor(supply.left / (stage.pace.rounds + 1))
  const rounds: Run[] = []
  for (let i = 0; i <= stage.pace.rounds; i += 1)
    rounds.push(await stage.run(product, { requests: supply.take(most), once: true }))
  // The first doesn't count.
  const counted = rounds.slice(1)
  const values = counted.map((r) => r.perSecond * 3600)
  const note = `64 个连接；${sayRound(counted)}；共办 ${counted.reduce((sum, r) => sum + r.done, 0)} 件`
  return { name, target, unit: '', values, note }
}

/** How long the slowest of a hundred waits: one clerk who asks on and on; in the note the same with four at once. */
export async function slowest(
  stage: Stage,
  product: Product,
  { name, target }: Named,
  requests: string[],
): Promise<Figure> {
  const asked = async (connections: number) => {
    const rounds: Run[] = []
    for (let i = 0; i <= stage.pace.rounds; i += 1)
      rounds.push(await stage.run(product, { requests, connections }))
    // The first doesn't count.
    return rounds.slice(1)
  }
  const [one, four] = [await asked(1), await asked(4)]
  const note = `一个人连着问，${sayRound(one)}；四个人同时问，${sayRound(four)}`
  return { name, target, unit: ' 毫秒', values: one.map((r) => r.p99), note }
}

const WANTED = 200_000
/** From the notice's publication until each person has their copy, reckoned for 200,000; the city's size is in the note. */
export async function spread(stage: Stage, product: Product, { name, target }: Named): Promise<Figure> {
  const raw = new Database(product.file, { readonly: true })
  const count = (sql: string, ...of: unknown[]) =>
    Number(
      (
        raw
          .prepare(sql)
          .raw()
          .get(...of) as unknown[]
      )[0],
    )
  try {
    const people = count('select count(*) from persons where left_at is null')
    const values: number[] = []
    for (let round = 0; round < Math.min(3, stage.pace.rounds); round += 1) {
      const began = performance.now()
      const id = await publish(product.port, round)
      const done = () =>
        count(
          'select count(*) from sayings where about_id = ? and spread_to = (select max(id) from persons)',
          id,
        ) > 0
      while (!done()) {
        if (performance.now() - began > 120_000) throw new Error('the notice has not reached everybody')
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
      values.push(((performance.now() - began) / 1000) * (WANTED / people))
    }
    return { name, target, unit: ' 秒', values, note: `每次 ${people} 人，折合 ${WANTED} 人` }
  } finally {
    raw.close()
  }
}
async function publish(port: number, round: number) {
  const answer = await fetch(`http://127.0.0.1:${port}/api/divisions/${CITY}/notices`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      Authorization: `Bearer ${tokenOf(CITY_STAFF)}`,
      'Idempotency-Key': `bench-notice-${round}-${'0'.repeat(12)}`,
    },
    body: JSON.stringify({
      kind: 'outage',
      title: `压测：明天上午停水第${round + 1}次`,
      body: '压测数据，不是真实通知。请提前储水。',
      urgent: true,
      pinned: false,
      places: [],
      validUntil: NOW + 5 * DAY + HOUR,
      publish: true,
    }),
  })
  if (!answer.ok) throw new Error(`the notice was refused: ${await answer.text()}`)
  return ((await answer.json()) as { id: string }).id
}
