import { Box } from '../../Box'
import type { LabelProps } from './types.ts'

/** On weapp the control itself bears the name, so that it is not read twice. */
export function Label({ id, className, children }: LabelProps) {
  return (
    <Box id={id} className={className} hidden>
      {children}
    </Box>
  )
}
