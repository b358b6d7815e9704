/** Leaves for a page of somebody else's; the person comes back by its own way. */
export function openOutside(url: string) {
  location.assign(url)
}
