import type { ReactNode } from 'react'

export type Option<V extends string = string> = { value: V; label: string; hint?: string }
export type RadioSetProps<V extends string = string> = {
  options: readonly Option<V>[]
  value: V | null
  onChange: (value: V) => void
  /** The group's name. */
  label: string
  describedBy?: string
  className?: string
  /** Includes the mixin `press`, on which the H5 control is placed. */
  itemClass?: string
  chosenClass?: string
  /** What an option looks like. */
  draw: (option: Option<V>, chosen: boolean) => ReactNode
}
