import type { Reaction } from './platform/events.ts'

/** When X happened, then Y: all that crosses from one feature to another, in one table. */
export const reactions: readonly Reaction[] = []
