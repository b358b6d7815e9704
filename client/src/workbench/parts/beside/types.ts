import type { Due } from '@tmt/shared/due.ts'

export type BesideProps = { due: Due; now: number; onGone: () => void }
