import { AT_DOOR } from './fill-checkins.ts'
import type { Figure } from './figures.ts'
import { median, say } from './figures.ts'
import { copyOf, logFile } from './files.ts'
import { request, type Supply } from './requests.ts'
import { type Product, type Run, samplesOf, type Stage } from './stage.ts'
import { launch } from './wire.ts'

type Target = Figure['target']
type Side = () => Promise<Run>

/** A B, B A, A B …: what else the machine does meets both alike. One round of each beforehand doesn't count. */
async function interleave(rounds: number, a: Side, b: Side) {
  await a()
  await b()
  const pairs: { a: Run; b: Run }[] = []
  for (let i = 0; i < rounds; i += 1) {
    const first = i % 2 === 0 ? await a() : await b()
    const second = i % 2 === 0 ? await b() : await a()
    pairs.push(i % 2 === 0 ? { a: first, b: second } : { a: second, b: first })
  }
  return pairs
}
const perSecond = (rounds: Run[]) => say(median(rounds.map((r) => r.perSecond)))
const millis = (rounds: Run[], which: 'p50' | 'p99') => say(median(rounds.map((r) => r[which])))
/** Rounds of this scenario and the one that doesn't count share what can be asked once. */
const share = (stage: Stage, supply: Supply, uses: number) =>
  Math.floor(supply.left / uses / (stage.pace.rounds + 1))

function ratio(name: string, target: Target, pairs: { a: Run; b: Run }[], more = ''): Figure {
  const [product, bare] = [pairs.map((p) => p.a), pairs.map((p) => p.b)]
  const kilobytes = say(product[0]!.bytes / product[0]!.done / 1024)
  const note =
    `${perSecond(product)} 对 ${perSecond(bare)} 次/秒，每次 ${kilobytes} KB；p50 ${millis(product, 'p50')}、` +
    `p99 ${millis(product, 'p99')} 毫秒；压测端用 ${say(median(bare.map((r) => r.busy)))} 核${more}`
  const byCpu = pairs.map(({ a, b }) => a.served / b.served)
  return { name, target, unit: '', values: pairs.map(({ a, b }) => a.perSecond / b.perSecond), byCpu, note }
}

/** Answers that the server keeps, asked in rotation, beside node:http answering the same bytes. */
export async function kept(
  stage: Stage,
  product: Product,
  name: string,
  target: Target,
  requests: string[],
  expect = 200,
) {
  const { bare, pace } = stage
  const asked = requests.slice(0, 400)
  // Before each round everything is asked for once, so that what is measured is the kept answer.
  const warm = () => stage.run(product, { requests, once: true, seconds: 10, expect })
  await warm()
  await bare.answerWith(await samplesOf(product.port, asked))
  const pairs = await interleave(
    pace.rounds,
    async () => {
      await warm()
      return stage.run(product, { requests, expect })
    },
    () => stage.run(bare, { requests: asked, expect }),
  )
  return ratio(name, target, pairs)
}

/** The same lists asked by clients who have them already. */
export async function unchanged(stage: Stage, product: Product, name: string) {
  const paths = product.requests.lists.map((text) => text.split(' ')[1]!)
  const samples = await samplesOf(product.port, product.requests.lists)
  const tags = samples.map(
    ({ headers }) => headers[headers.findIndex((h) => h.toLowerCase() === 'etag') + 1]!,
  )
  const requests = paths.map((path, i) => request('GET', path, { 'If-None-Match': tags[i]! }))
  return kept(stage, product, name, null, requests, 304)
}

/** Answers that nobody asked for before: every address once. */
export async function fresh(
  stage: Stage,
  product: Product,
  name: string,
  target: Target,
  supply: Supply,
  uses = 1,
) {
  const { bare, pace } = stage
  const asked = supply.take(Math.min(400, Math.ceil(supply.left / 10)))
  const most = share(stage, supply, uses)
  await bare.answerWith(await samplesOf(product.port, asked))
  const pairs = await interleave(
    pace.rounds,
    () => stage.run(product, { requests: supply.take(most), once: true }),
    () => stage.run(bare, { requests: asked }),
  )
  return ratio(name, target, pairs)
}

/** The same handler with groups of many and of one, both under FULL, on one database. */
export async function grouped(
  stage: Stage,
  many: Product,
  single: Product,
  name: string,
  target: Target,
  supply = many.requests.signups,
  most = Math.floor(supply.left / 2 / (stage.pace.rounds + 1)),
): Promise<Figure> {
  const side = (product: Product) => () =>
    stage.run(product, { requests: supply.take(most), once: true, connections: 128 })
  const before = await many.stats()
  const pairs = await interleave(stage.pace.rounds, side(many), side(single))
  const after = await many.stats()
  const size = (after.units - before.units) / (after.commits - before.commits)
  const told = (rounds: Run[]) =>
    `${perSecond(rounds)} 次/秒（p50 ${millis(rounds, 'p50')}、p99 ${millis(rounds, 'p99')} 毫秒）`
  const note = `成组 ${told(pairs.map((p) => p.a))}，单个 ${told(pairs.map((p) => p.b))}；每组平均 ${say(size)} 个`
  return { name, target, unit: '', values: pairs.map(({ a, b }) => a.perSecond / b.perSecond), note }
}

/** Median latency of the same kind of request on a large and on a small city. */
export async function grown(
  stage: Stage,
  [large, small]: [Product, Product],
  name: string,
  target: Target,
  load: (product: Product) => { requests: string[]; once: boolean },
): Promise<Figure> {
  const side = (product: Product) => () => stage.run(product, { connections: 8, ...load(product) })
  const pairs = await interleave(stage.pace.rounds, side(large), side(small))
  const note = `p50 ${millis(
    pairs.map((p) => p.a),
    'p50',
  )} 对 ${millis(
    pairs.map((p) => p.b),
    'p50',
  )} 毫秒（8 个连接）`
  return { name, target, unit: '', values: pairs.map(({ a, b }) => a.p50 / b.p50), note }
}

/** How long it takes to pass on what was offered in so many waiting lists and not taken in time; each round on a fresh copy. */
export async function passedOn(stage: Stage, file: string, name: string, lists: number, target: Target) {
  const values: number[] = []
  for (let i = 0; i < stage.pace.rounds; i += 1) {
    const copy = copyOf(file)
    const child = launch('offers.ts', { env: { DATABASE_URL: copy.file }, log: logFile })
    try {
      values.push((await child.ask<number>('passOn', { lists }, 10 * 60_000)) / 1000)
    } finally {
      await child.stop()
      copy.drop()
    }
  }
  const figure: Figure = {
    name,
    target,
    unit: ' 秒',
    values,
    note: `${lists} 个候补名单，每个过时一位、轮到一位，连同告知`,
  }
  return figure
}

/** Five hundred people at the door, by two phones at once: what one of them costs the server, in milliseconds. */
export async function atDoor(stage: Stage, product: Product, name: string, target: Target): Promise<Figure> {
  const { checkins } = product.requests
  const rounds: Run[] = []
  for (let i = 0; i < stage.pace.rounds; i += 1)
    rounds.push(
      await stage.run(product, { requests: checkins.take(AT_DOOR), once: true, connections: 2, seconds: 30 }),
    )
  const note = `${perSecond(rounds)} 人/秒，答复 p50 ${millis(rounds, 'p50')}、p99 ${millis(rounds, 'p99')} 毫秒（2 部手机，每轮 ${AT_DOOR} 人）`
  return { name, target, unit: ' 毫秒', values: rounds.map(({ served }) => 1000 / served), note }
}
