import type { ShareLink } from './share.ts'

/** WeChat's own button (`openType="share"`) shares; there is no link to hand out. */
export const shareLink: ShareLink | null = null
