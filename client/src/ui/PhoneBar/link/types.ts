export type PhoneLinkProps = {
  /** Digits, spaces and hyphens. */
  number: string
  /** Whose number it is. */
  of: string
}
