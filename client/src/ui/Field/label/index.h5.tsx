import type { LabelProps } from './types.ts'

/** Names one control (`htmlFor`), or stands over a group that points back at it by `id`. */
export function Label({ id, htmlFor, className, children }: LabelProps) {
  if (htmlFor === undefined) {
    return (
      <span id={id} className={className}>
        {children}
      </span>
    )
  }
  return (
    <label id={id} htmlFor={htmlFor} className={className}>
      {children}
    </label>
  )
}
