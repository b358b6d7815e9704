import { z } from 'zod/mini'
import { text } from '../codes.ts'
import { query } from '../contract.ts'
import { Division, param } from './contract.ts'

export const listChildren = query('divisions.children', {
  get: '/divisions/:code/children',
  by: 'guest',
  audience: 'public',
  summary: '下一级单位（不含虚拟社区、虚拟生活区）',
  param,
  output: z.strictObject({ items: z.array(Division) }),
})

export const SearchHit = z.strictObject({ division: Division, /** `海陵区 城东街道` */ within: z.string() })
export type SearchHit = z.output<typeof SearchHit>

export const searchDivisions = query('divisions.search', {
  get: '/divisions',
  by: 'guest',
  audience: 'public',
  summary: '按名称查找村、社区或镇街（最多 30 条）',
  query: z.strictObject({ q: text(20) }),
  output: z.strictObject({ items: z.array(SearchHit) }),
})

export const searchEndpoints = [listChildren, searchDivisions] as const
