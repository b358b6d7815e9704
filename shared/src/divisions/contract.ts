import { z } from 'zod/mini'
import { DivisionCode } from '../codes.ts'
import { query } from '../contract.ts'

export const Level = z.enum(['city', 'district', 'town', 'community'])
export type Level = z.output<typeof Level>

/** What a unit is, read off its code range (see rules.ts). `statistical` units are counted nowhere; those that are virtual by name are listed nowhere either. */
export const DivisionKind = z.enum([
  'city',
  'district',
  'street',
  'town',
  'township',
  'zone',
  'urban',
  'village',
  'statistical',
])
export type DivisionKind = z.output<typeof DivisionKind>

export const Division = z.strictObject({
  code: DivisionCode,
  /** As in the register: `东安居委会`. */
  name: z.string(),
  level: Level,
  kind: DivisionKind,
  parent: z.nullable(DivisionCode),
})
export type Division = z.output<typeof Division>

export const DivisionDetail = z.strictObject({
  division: Division,
  /** From the city down to the parent. */
  path: z.array(Division),
  /** Whose counter answers: the unit itself, or the nearest one above that has a telephone; null when none has. */
  answeredBy: z.nullable(Division),
  /** The telephone of that counter. */
  phone: z.nullable(z.string()),
  /** Where the counter is; null as long as nobody entered it. */
  counter: z.nullable(z.string()),
  demo: z.boolean(),
})
export type DivisionDetail = z.output<typeof DivisionDetail>

export const param = z.strictObject({ code: DivisionCode })

export const getDivision = query('divisions.get', {
  get: '/divisions/:code',
  by: 'guest',
  audience: 'public',
  summary: '一个行政区划单位及其上级、窗口电话',
  param,
  output: DivisionDetail,
})

export const divisionEndpoints = [getDivision] as const
