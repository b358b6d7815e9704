import type { DivisionKind, Level } from './contract.ts'

/** 泰州市. */
export const CITY = '321200000000'

export function levelOf(code: string): Level {
  if (code.endsWith('00000000')) return 'city'
  if (code.endsWith('000000')) return 'district'
  return code.endsWith('000') ? 'town' : 'community'
}

/**
 * What a unit is, by its code range: town 001–099 street, 100–199 town, 200–399 township, 400–599 zones;
 * village level 001–199 residents' committee, 200–399 villagers' committee, the rest statistical units
 * (统计用区划代码 2009 编制规则; in 泰州's register 555, 1166 and 24 units).
 */
export function kindOf(code: string): DivisionKind {
  const level = levelOf(code)
  if (level === 'city' || level === 'district') return level
  if (level === 'town') {
    const n = Number(code.slice(6, 9))
    return n < 100 ? 'street' : n < 200 ? 'town' : n < 400 ? 'township' : 'zone'
  }
  const n = Number(code.slice(9))
  return n < 200 ? 'urban' : n < 400 ? 'village' : 'statistical'
}

/** Statistical units that stand for nobody's home, by their names (《领域规格》 §12.1). */
export function isVirtual({ kind, name }: { kind: DivisionKind; name: string }) {
  return kind === 'statistical' && name.includes('虚拟')
}

/** The unit above; null above the city. */
export function parentOf(code: string): string | null {
  switch (levelOf(code)) {
    case 'city':
      return null
    case 'district':
      return CITY
    case 'town':
      return `${code.slice(0, 6)}000000`
    case 'community':
      return `${code.slice(0, 9)}000`
  }
}

/** A unit and those above it, from itself up. */
export function lineOf(code: string): [string, ...string[]] {
  const parent = parentOf(code)
  return parent === null ? [code] : [code, ...lineOf(parent)]
}

/** The digits that all units inside one begin with. */
export function prefixOf(code: string) {
  return code.slice(0, { city: 4, district: 6, town: 9, community: 12 }[levelOf(code)])
}
/** Whether a unit is the scope or lies inside it. */
export function isWithin(code: string, scope: string) {
  return code.startsWith(prefixOf(scope))
}

/** The first code after all that lie inside of a unit: together they are one range of an index. */
export function beyondOf(scope: string) {
  return String(Number(prefixOf(scope)) + 1).padEnd(12, '0')
}
