/** A mini-program has no wide layout: on a computer WeChat opens it in a phone-sized window. */
export function useWide() {
  return false
}
