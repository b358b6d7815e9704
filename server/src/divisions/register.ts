import { readFileSync } from 'node:fs'
import type { Division } from '@tmt/shared/divisions/contract.ts'
import { CITY, kindOf, levelOf, parentOf } from '@tmt/shared/divisions/rules.ts'

const districts: Record<string, string> = {
  '321202': '海陵区',
  '321203': '高港区',
  '321204': '姜堰区',
  '321281': '兴化市',
  '321282': '靖江市',
  '321283': '泰兴市',
}

function read(file: string, pad: number): [string, string][] {
  const text = readFileSync(new URL(`data/${file}`, import.meta.url), 'utf8')
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const [code = '', name = ''] = line.split(',')
      return [code.padEnd(pad, '0'), name.trim()]
    })
}

/** The whole register: 1 city, 6 districts, 109 towns, 1745 village-level units, from above to below. */
export function register(): Division[] {
  const units: [string, string][] = [
    [CITY, '泰州市'],
    ...Object.entries(districts).map(([code, name]): [string, string] => [code.padEnd(12, '0'), name]),
    ...read('towns.csv', 12),
    ...read('communities.csv', 12),
  ]
  return units.map(([code, name]) => ({
    code,
    name,
    level: levelOf(code),
    kind: kindOf(code),
    parent: parentOf(code),
  }))
}
