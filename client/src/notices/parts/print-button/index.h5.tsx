import { go } from '../../../platform/pages.ts'
import { Button } from '../../../ui/Button'
import type { PrintButtonProps } from './types.ts'

/** To the sheet that is printed. */
export function PrintButton({ id }: PrintButtonProps) {
  return (
    <Button kind="secondary" block onClick={() => go('printNotice', { id })}>
      打印一张贴出来
    </Button>
  )
}
