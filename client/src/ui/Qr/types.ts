export type QrProps = {
  text: string
  /** What it is, for whom it is read aloud. */
  label: string
}
