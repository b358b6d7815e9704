/** A browser reads no codes by itself: the eight digits are typed. */
export const canScan = false
export async function scan(): Promise<string | null> {
  return null
}
