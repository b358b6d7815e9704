import type { ActivityFacts, Gcj02 } from './detail-contract.ts'

/** A box around 泰州, with some kilometres to spare. Ours: it is there to catch a point that was picked by mistake. */
const city = { lat: [31.9, 33.3], lng: [119.5, 120.7] } as const
function isInCity({ lat, lng }: Gcj02) {
  return lat >= city.lat[0] && lat <= city.lat[1] && lng >= city.lng[0] && lng <= city.lng[1]
}

type Limited = Pick<ActivityFacts, 'category' | 'minAge' | 'maxAge' | 'accessibility' | 'gcj02'>
/** What does not go together in who may come and under what conditions, or null; where there is no picture. */
export function obstacleToPlainLimits(f: Limited) {
  if (f.minAge !== undefined && f.maxAge !== undefined && f.minAge > f.maxAge) return 'agesReversed'
  if (f.category === 'disabled' && (f.accessibility ?? []).length === 0) return 'accessibilityMissing'
  return f.gcj02 && !isInCity(f.gcj02) ? 'outOfCity' : null
}
/** The same where there may be a picture (《领域规格》 §7.4 RELIEF: whoever is helped is shown to nobody). */
export function obstacleToLimits(f: Limited & Pick<ActivityFacts, 'poster'>) {
  const shows = f.category === 'relief' && f.poster !== undefined
  return obstacleToPlainLimits(f) ?? (shows ? 'reliefPicture' : null)
}
