/** Puts words on the clipboard; false when the browser does not let us. */
export function copy(words: string) {
  return navigator.clipboard.writeText(words).then(
    () => true,
    () => false,
  )
}
