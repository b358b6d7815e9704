export type PhoneLinkProps = {
  /** Digits, spaces and hyphens. */
  number: string
  /** Whose number it is. */
  of: string
  /** H5: it takes the focus, since it stands where a button was that had it. */
  focused?: boolean
}
