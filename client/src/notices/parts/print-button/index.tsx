import { useState } from 'react'
import { copy } from '../../../platform/copy'
import { pageUrl } from '../../../platform/pages.ts'
import { site } from '../../../platform/site'
import { Box } from '../../../ui/Box'
import { Button } from '../../../ui/Button'
import type { PrintButtonProps } from './types.ts'

/** A phone prints nothing: the address that a computer's browser opens. */
export function PrintButton({ id }: PrintButtonProps) {
  const [said, setSaid] = useState('')
  const take = () =>
    void copy(`${site()}${pageUrl('printNotice', { id })}`).then((ok) =>
      setSaid(ok ? '网址已复制，发到电脑上用浏览器打开就能打印。' : '没有复制成，请再点一次。'),
    )
  return (
    <Box>
      <Button kind="secondary" block onClick={take}>
        复制打印用的网址
      </Button>
      <Box role="status">{said}</Box>
    </Box>
  )
}
