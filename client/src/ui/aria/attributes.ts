// Each stands in some fifty templates: only what the kit uses.
const all = [
  'aria-role',
  'aria-label',
  'aria-labelledby',
  'aria-hidden',
  'aria-checked',
  'aria-disabled',
  'aria-level',
  'aria-modal',
]

/** What Taro's templates lack: they drop every attribute that they don't list. Keyed by Taro's component names. */
export const ariaAttributes = Object.fromEntries(
  ['View', 'Button', 'Input', 'Textarea', 'Image'].map((component) => [
    component,
    Object.fromEntries(all.map((attribute) => [attribute, ''])),
  ]),
)
