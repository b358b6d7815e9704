import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { obstacleToYear, type YearDays } from '@tmt/shared/calendar/rules.ts'
import { z } from 'zod/mini'
import { yearLoaded } from './calendar/events.ts'
import { listYears, saveYear } from './calendar/store.ts'
import { runCommand } from './command.ts'
import { record } from './platform/audit.ts'
import { ConfigError } from './platform/config.ts'
import { reacting } from './platform/events.ts'
import { reactions } from './reactions.ts'

const usage =
  '用法：npm run calendar -- --year 2027 --file 2027.json（文件的样子见 server/src/calendar/data/README.md）'
const options = { year: { type: 'string' }, file: { type: 'string' } } as const
const File = z.strictObject({ off: z.array(z.string()), work: z.array(z.string()) })

function readArguments() {
  let values
  try {
    values = parseArgs({ options }).values
  } catch {
    throw new ConfigError(usage)
  }
  if (!/^20\d\d$/.test(values.year ?? '') || !values.file) throw new ConfigError(usage)
  return { year: Number(values.year), file: values.file }
}
/** @throws ConfigError with what is wrong with the file */
function readDays(year: number, file: string): YearDays {
  let content: unknown
  try {
    content = JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    throw new ConfigError(`读不到，或不是 JSON：${file}。\n${usage}`)
  }
  const days = File.safeParse(content)
  if (!days.success) throw new ConfigError(`文件里要有 off 和 work 两组日子，别的都不要。\n${usage}`)
  const obstacle = obstacleToYear(year, days.data)
  if (obstacle) throw new ConfigError(obstacle)
  return { off: days.data.off.toSorted(), work: days.data.work.toSorted() }
}

// Enters the days off of a year as announced; what was counted without them is counted again.
runCommand(() => {
  const { year, file } = readArguments()
  const days = readDays(year, file)
  return async (tx, _config, store) => {
    const now = Date.now()
    const known = (await listYears(tx)).find((one) => one.year === year)
    if (known && JSON.stringify(known.days) === JSON.stringify(days)) return `${year} 年的工作日历没有变化`
    await saveYear(tx, year, days, now)
    const raised = new Set(['calendar'])
    await reacting(reactions)(tx, [yearLoaded({ year })], now, (key) => void raised.add(key))
    await store.announce(tx, [...raised])
    await record(tx, {
      action: 'calendar.loadYear',
      outcome: 'done',
      actor: { personId: null },
      subject: String(year),
      details: days,
      requestId: 'command',
      at: now,
    })
    return `已载入 ${year} 年：放假 ${days.off.length} 天，调休上班 ${days.work.length} 天`
  }
})
