import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { city } from './files.ts'
import { type Figure, figureTable, met, say } from './figures.ts'
import { diskCost, load, machine } from './machine.ts'
import { atDoor, fresh, grouped, grown, kept, passedOn, unchanged } from './scenarios.ts'
import { hourly, slowest, spread } from './people-scenarios.ts'
import { folder, full, part, SIGNERS } from './sizes.ts'
import { openStage, type Product, type Stage } from './stage.ts'

const MB = 1024 * 1024

/** Each scenario by the name that `--only` takes. */
function scenarios(
  stage: Stage,
  large: Product,
  open: { single(): Promise<Product>; small(): Promise<Product> },
  small: string,
) {
  const { lists, homes, homesMine, details, divisions, settings } = large.requests
  const { deep, detailsOnce, searches, mine, mySignups } = large.requests
  const perRound = (product: Product) => Math.floor(product.requests.deep.left / 2 / (stage.pace.rounds + 2))
  return {
    list: () => kept(stage, large, '社区公开活动列表（已缓存）', { atLeast: 0.4 }, lists),
    home: () => kept(stage, large, '首页：等您参与（已缓存）', { atLeast: 0.25 }, homes),
    homeMine: () => fresh(stage, large, '首页：我的事（登录后）', null, homesMine),
    homeBoth: () =>
      kept(stage, large, '首页两部分一起：等您参与、我的事', { atLeast: 0.25 }, large.requests.homesBoth),
    clerk: () =>
      slowest(
        stage,
        large,
        { name: '工作台：一人 400 件待办，p99', target: { atMost: 15 } },
        large.requests.clerk,
      ),
    decisions: () =>
      hourly(
        stage,
        large,
        { name: '住处核验，一个进程每小时', target: { atLeast: 20_000 } },
        large.requests.decisions,
      ),
    spread: () => spread(stage, large, { name: '紧急通知送到 20 万人的收件箱', target: { atMost: 5 } }),
    unchanged: () => unchanged(stage, large, '同上，客户端已有（304）'),
    detail: () => kept(stage, large, '活动详情（已缓存）', null, details),
    division: () => kept(stage, large, '社区资料与电话（已缓存）', null, divisions),
    settings: () => kept(stage, large, '公共设置（已缓存）', null, settings),
    deep: () => fresh(stage, large, '列表深处的一页（从未问过）', { atLeast: 0.12 }, deep, 2),
    detailOnce: () => fresh(stage, large, '活动详情（从未问过）', null, detailsOnce),
    search: () => fresh(stage, large, '按名称找村、社区（从未问过）', null, searches),
    mine: () => fresh(stage, large, '我是否报了名（登录后）', null, mine),
    mySignups: () => fresh(stage, large, '我的报名（登录后）', null, mySignups),
    signups: async () =>
      grouped(stage, large, await open.single(), '报名：成组提交对逐个提交', { atLeast: 3 }),
    rush: async () =>
      grouped(
        stage,
        large,
        await open.single(),
        '抢 100 个名额的 5000 人：成组提交对逐个提交',
        { atLeast: 3 },
        large.requests.rushes,
        SIGNERS,
      ),
    offers: () => passedOn(stage, small, '一万个候补名单的递补', 10_000, { atMost: 2 }),
    checkins: () => atDoor(stage, large, '签到：每人占用服务器', { atMost: 100 }),
    grownList: async () =>
      grown(
        stage,
        [large, await open.small()],
        '列表中位延迟：全量对十分之一（已缓存）',
        { atMost: 1.5 },
        (product) => ({
          requests: product.requests.lists,
          once: false,
        }),
      ),
    grownDeep: async () =>
      grown(stage, [large, await open.small()], '同上（深处，从未问过）', { atMost: 1.5 }, (product) => ({
        requests: product.requests.deep.take(Math.min(2000, perRound(product))),
        once: true,
      })),
  }
}

async function main() {
  const { values: options } = parseArgs({
    options: {
      quick: { type: 'boolean', default: false },
      profile: { type: 'boolean', default: false },
      only: { type: 'string' },
      rounds: { type: 'string' },
      node: { type: 'string' },
    },
  })
  const { quick, profile } = options
  const size = quick ? part(full, 10) : full
  const began = performance.now()
  const [large, small] = [await city(size), await city(part(size, 10))]
  const disk = diskCost()
  const before = load()
  const pace = { rounds: Number(options.rounds ?? (quick ? 3 : 7)), seconds: quick ? 1 : 2 }
  const stage = await openStage(pace, { profile, nodeOptions: options.node?.split(' ') ?? [] })
  const figures: Figure[] = []
  try {
    const product = await stage.open(large.file, null)
    const opened = new Map<string, Product>()
    const once = async (name: string, open: () => Promise<Product>) => {
      const known = opened.get(name) ?? (await open())
      opened.set(name, known)
      return known
    }
    const all = scenarios(
      stage,
      product,
      {
        single: () => once('single', () => stage.open(large.file, 1)),
        small: () => once('small', () => stage.open(small.file, null)),
      },
      small.file,
    )
    const chosen = options.only?.split(',') ?? Object.keys(all)
    for (const [name, run] of Object.entries(all)) {
      if (!chosen.includes(name)) continue
      const figure = await run()
      const { resident } = await product.memory()
      console.log(
        `${figure.name}：${figure.values.map(say).join(' ')}${figure.byCpu ? `(CPU ${figure.byCpu.map(say).join(' ')})` : ''} | ${figure.note} | 常驻 ${say(resident / MB)} MB`,
      )
      figures.push(figure)
    }
    const { highest, heap, external } = await product.memory()
    figures.push({
      name: '服务端常驻内存（全程最高）',
      target: { atMost: 300 },
      unit: ' MB',
      values: [highest / MB],
      note: `其中 JavaScript 堆 ${say(heap / MB)} MB、堆外 ${say(external / MB)} MB`,
    })
  } finally {
    await stage.close()
  }
  const result = {
    at: new Date().toISOString(),
    machine: machine(),
    disk,
    size,
    files: { large, small },
    pace,
    figures,
    load: { before, after: load() },
  }
  console.log(`\n${figureTable(figures)}\n`)
  const { cpu, cores, memoryGb, system, node, sqlite } = result.machine
  console.log(`${cpu}，${cores} 核，${memoryGb} GB；${system}；Node ${node}；SQLite ${sqlite}`)
  console.log(
    `落盘一次（毫秒，p50/p99）：fsync ${say(disk.fsync.p50)}/${say(disk.fsync.p99)}，fdatasync ${say(disk.fdatasync.p50)}/${say(disk.fdatasync.p99)}，` +
      `SQLite 单行提交 ${say(disk.commit.p50)}/${say(disk.commit.p99)}`,
  )
  console.log(
    `库 ${large.megabytes} MB${large.seconds ? `，建库 ${say(large.seconds)} 秒` : '（已有）'}；负载 ${before.join(' ')} → ${result.load.after.join(' ')}；共 ${say((performance.now() - began) / 1000)} 秒`,
  )
  const file = join(folder, quick ? 'quick.json' : 'last.json')
  writeFileSync(file, `${JSON.stringify(result, null, 2)}\n`)
  const missed = figures.filter((figure) => met(figure) === false)
  console.log(
    missed.length === 0 ? '目标都达到' : `未达到：${missed.map((figure) => figure.name).join('、')}`,
  )
}

await main()
