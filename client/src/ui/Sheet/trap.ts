const reachable = 'button, a[href], input, textarea, select, [tabindex]:not([tabindex="-1"])'

/** On Tab: from the last stop to the first and back, never out to the page behind. */
export function keepInside(event: KeyboardEvent, dialog: HTMLElement) {
  const stops = [...dialog.querySelectorAll<HTMLElement>(reachable)].filter(
    (stop) => !stop.matches(':disabled'),
  )
  const first = stops[0]
  const last = stops.at(-1)
  const at = document.activeElement
  if (event.shiftKey ? at !== first && at !== dialog : at !== last) return
  event.preventDefault()
  ;(event.shiftKey ? last : first)?.focus()
}
