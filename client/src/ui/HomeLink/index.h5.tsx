/** In a browser the head of every page has it. */
export function HomeLink() {
  return null
}
