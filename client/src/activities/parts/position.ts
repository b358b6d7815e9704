import Taro from '@tarojs/taro'
import type { Gcj02 } from '@tmt/shared/activities/detail-contract.ts'

export const canLocate = true
/** Where this phone is now, once; null when the person or the phone would not say. */
export async function position(): Promise<Gcj02 | null> {
  return Taro.getLocation({ type: 'gcj02', isHighAccuracy: true }).then(
    ({ latitude: lat, longitude: lng }) => ({ lat, lng }),
    () => null,
  )
}
