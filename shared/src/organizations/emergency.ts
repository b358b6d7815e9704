/** Numbers that stand before all others. `source` is who fixed the number, or where it is asked for. */
export type PublicNumber = { number: string; of: string; source: string }

export const urgentNumbers: readonly PublicNumber[] = [
  { number: '110', of: '报警', source: '《领域规格》§6.1' },
  { number: '119', of: '火警', source: '《领域规格》§6.1' },
  { number: '120', of: '急救', source: '《领域规格》§6.1' },
  { number: '122', of: '交通事故', source: '《领域规格》§6.1' },
]
export const cityHotline: PublicNumber = {
  number: '12345',
  of: '政务服务热线',
  source: '国办发〔2020〕53号',
}
