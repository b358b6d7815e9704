/** `106.5` in 0.01 m²; null where it is no area. */
export function readArea(text: string): number | null {
  const [, whole, part = ''] = /^(\d{1,8})(?:\.(\d{1,2}))?$/.exec(text.trim()) ?? []
  if (whole === undefined) return null
  const area = Number(whole) * 100 + Number(part.padEnd(2, '0'))
  return area > 0 ? area : null
}
/** `106.50 平方米` */
export function sayArea(area: number) {
  return `${writeArea(area)} 平方米`
}
/** As it stands in the field: `106.50`. */
export function writeArea(area: number) {
  return `${Math.floor(area / 100)}.${String(area % 100).padStart(2, '0')}`
}
