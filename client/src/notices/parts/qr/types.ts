export type QrProps = {
  /** An address: letters, figures and signs of ASCII. */
  text: string
  /** What one finds there. */
  label: string
}
