export type ListKeys = {
  /** Of the list whose buttons j and k go along. */
  list: string
  /** Of the region beside it, which Escape leaves. */
  beside: string
  /** ? was pressed. */
  onHelp: () => void
}
