import { z } from 'zod/mini'
import { text } from '../codes.ts'

/** A society or a unit from outside of the administration, as it is registered (《领域规格》 §2.1 ORG, UNIT). */
export const Organization = z.strictObject({
  name: text(40, 2),
  /** Its last character is proved where it is entered (uscc.ts). */
  uscc: z.string().check(z.regex(/^[0-9A-HJ-NP-RTUWXY]{18}$/)),
})
export type Organization = z.output<typeof Organization>

/** 社会团体, 民办非企业, 基金会 and the others that the civil affairs register; the rest are units. */
const social = new Set(['51', '52', '53', '59'])
export const sayKind = ({ uscc }: Pick<Organization, 'uscc'>) =>
  social.has(uscc.slice(0, 2)) ? '社会组织' : '驻区单位'
