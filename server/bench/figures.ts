/** One line of the result: what was measured in every round, and what it should be. */
export type Figure = {
  name: string
  /** `≥ 0.4`, `≤ 300`; null where nothing is asked. */
  target: { atLeast: number } | { atMost: number } | null
  unit: string
  /** One value a round. */
  values: number[]
  /** The same by the server's processor time, which other work on the machine moves less. */
  byCpu?: number[]
  note: string
}
type Spread = { min: number; median: number; max: number }

export function spread(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  const median = sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
  return { min: sorted[0]!, median, max: sorted.at(-1)! }
}
export const median = (values: readonly number[]) => spread(values).median

/** Whether the median over the rounds reaches the target; undefined where there is none. */
export function met({ target, values }: Figure) {
  if (!target) return undefined
  const value = median(values)
  return 'atLeast' in target ? value >= target.atLeast : value <= target.atMost
}

export function say(value: number) {
  if (value >= 1000) return Math.round(value).toString()
  return value.toFixed(value >= 100 ? 0 : value >= 10 ? 1 : 2)
}
/** Columns on a terminal: a Chinese character takes two. */
const widthOf = (text: string) =>
  Array.from(text).reduce((sum, c) => sum + (/[\u2e80-\uffef]/.test(c) ? 2 : 1), 0)

/** Rows as Markdown, aligned for the eye too. */
export function tableOf(rows: string[][]) {
  const widths = rows[0]!.map((_, i) => Math.max(...rows.map((row) => widthOf(row[i]!))))
  const line = (row: string[]) =>
    `| ${row.map((cell, i) => cell + ' '.repeat(widths[i]! - widthOf(cell))).join(' | ')} |`
  const [head, ...body] = rows
  return [line(head!), `|${widths.map((w) => '-'.repeat(w + 2)).join('|')}|`, ...body.map(line)].join('\n')
}

export function figureTable(figures: readonly Figure[]) {
  const rows = figures.map((figure) => {
    const { min, median: middle, max } = spread(figure.values)
    const { target, unit } = figure
    const wanted = target === null ? '' : 'atLeast' in target ? `≥ ${target.atLeast}` : `≤ ${target.atMost}`
    const reached = met(figure)
    const verdict = reached === undefined ? '' : reached ? '达到' : '未达到'
    const values = `${say(min)} – ${say(max)}`
    const byCpu = figure.byCpu ? say(median(figure.byCpu)) : ''
    return [figure.name, wanted, `${say(middle)}${unit}`, values, byCpu, verdict, figure.note]
  })
  return tableOf([['项目', '目标', '中位', '各轮最小 – 最大', '按 CPU 时间', '结果', '说明'], ...rows])
}
