import type { BesideProps } from './types.ts'

/** A telephone has no room beside the list: what is picked opens as a page of its own. */
export function Beside(_props: BesideProps) {
  return null
}
