import { useState } from 'react'
import { pageUrl } from '../../platform/pages.ts'
import { shareLink } from '../../platform/share-link'
import type { Share } from '../../platform/share.ts'
import { Box } from '../Box'
import { Button } from '../Button'

const words = {
  shared: '',
  closed: '',
  copied: '已复制名称、时间和网址，粘贴到微信群就行。',
  failed: '没有复制成，请复制浏览器上方的网址。',
}

/** Sends this page on: WeChat's own way, or the browser's. */
export function ShareButton({ share }: { share: Share }) {
  const [said, setSaid] = useState('')
  const send = shareLink
    ? () => void shareLink?.(share.title, pageUrl(share.page, share.query)).then((how) => setSaid(words[how]))
    : undefined
  return (
    <Box>
      <Button kind="secondary" block openType="share" onClick={send}>
        转发给邻居
      </Button>
      <Box role="status">{said}</Box>
    </Box>
  )
}
