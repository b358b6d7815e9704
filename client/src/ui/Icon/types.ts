import type { IconName } from './drawings.ts'

export type { IconName } from './drawings.ts'
export type IconProps = {
  name: IconName
  /** Side in px of the ordinary mode; elder mode enlarges it. Default 24. */
  size?: number
  /** Only where no word stands beside it; without it the picture is decoration and not read. */
  label?: string
}
