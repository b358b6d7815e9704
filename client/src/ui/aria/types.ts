/** What a screen reader is told, in the same words on both platforms. */
export type Aria = {
  role?: string
  label?: string
  labelledBy?: string
  describedBy?: string
  /** Not read at all: decoration, or what a label already says. */
  hidden?: boolean
  checked?: boolean
  selected?: boolean
  expanded?: boolean
  disabled?: boolean
  busy?: boolean
  live?: 'polite' | 'assertive'
  level?: number
  modal?: boolean
  current?: 'page' | 'true'
}
