import { View } from '@tarojs/components'
import { ariaProps } from '../aria'
import type { PressProps } from './types.ts'

/**
 * What is pressed and has no look of its own: rows, tabs, switches. A button unless `role` says otherwise.
 * Its class includes the mixin `press`.
 */
export function Press({ onClick, className, style, children, role = 'button', ...aria }: PressProps) {
  return (
    <View
      className={className}
      hoverClass="pressed"
      style={style}
      onClick={onClick}
      {...ariaProps({ role, ...aria })}
    >
      {children}
    </View>
  )
}
