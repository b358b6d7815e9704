import { useShareAppMessage } from '@tarojs/taro'
import { pageUrl, type PageName } from './pages.ts'

export type Share = {
  /** What it is, with the one date that matters: a group card shows nothing else. */
  title: string
  page: PageName
  query?: Record<string, string>
}

/** What a person sends to a group when they share this page. The page's config must enable sharing. */
export function useShare(share: Share) {
  useShareAppMessage(() => ({ title: share.title, path: pageUrl(share.page, share.query) }))
}
