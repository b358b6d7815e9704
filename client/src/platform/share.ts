import { useShareAppMessage } from '@tarojs/taro'
import { pageUrl, type PageName } from './pages.ts'

export type Share = {
  /** What it is, with the one date that matters: a group card shows nothing else. */
  title: string
  page: PageName
  query?: Record<string, string>
}

/** Hands the address of a page to whatever the person sends it with; tells how that ended. */
export type ShareLink = (title: string, path: string) => Promise<'shared' | 'copied' | 'closed' | 'failed'>

/** What a person sends to a group when they share this page. The page's config must enable sharing. */
export function useShare(share: Share) {
  useShareAppMessage(() => ({ title: share.title, path: pageUrl(share.page, share.query) }))
}
