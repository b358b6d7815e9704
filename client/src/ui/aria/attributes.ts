const all = [
  'aria-role',
  'aria-label',
  'aria-labelledby',
  'aria-describedby',
  'aria-hidden',
  'aria-checked',
  'aria-selected',
  'aria-expanded',
  'aria-disabled',
  'aria-busy',
  'aria-live',
  'aria-level',
  'aria-modal',
  'aria-current',
]

/** What Taro's templates lack: they drop every attribute that they don't list. Keyed by Taro's component names. */
export const ariaAttributes = Object.fromEntries(
  ['View', 'Button', 'Input', 'Textarea', 'Image', 'Picker'].map((component) => [
    component,
    Object.fromEntries(all.map((attribute) => [attribute, ''])),
  ]),
)
