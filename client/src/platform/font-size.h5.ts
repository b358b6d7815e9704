/** The font size set in the browser, in px (16 is standard). */
export function fontSize() {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16
}
