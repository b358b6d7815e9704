// 统一社会信用代码, GB 32100-2015; the kinds that are known are listed in 《领域规格》 §12.3.

/** Thirty-one characters: without I, O, S, V and Z. */
const CHARSET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
const LENGTH = 18

/** Authority and kind. 54 and 55 are villagers' and residents' committees: in use, though not in the standard's text. */
const known = new Set([
  '11',
  '12',
  '13',
  '51',
  '52',
  '53',
  '54',
  '55',
  '59',
  '91',
  '92',
  '93',
  'N1',
  'N2',
  'N3',
  'Y1',
])

/** Whether all characters are such as may stand in a code, and the last one proves the others. */
export function isUscc(code: string) {
  if (code.length !== LENGTH) return false
  const values = Array.from(code, (character) => CHARSET.indexOf(character))
  if (values.includes(-1)) return false
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * values[i]!, 0)
  return values[LENGTH - 1] === (31 - (sum % 31)) % 31
}
/** Whether its first two characters are a kind that we know; a code of another kind is right all the same. */
export const isKnownKind = (code: string) => known.has(code.slice(0, 2))
