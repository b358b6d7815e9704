import { listAskable, recordSubscriptions, unreadMessages } from '@tmt/shared/messages/contract.ts'
import { useEffect } from 'react'
import { call } from '../platform/call.ts'
import { askBy } from '../platform/news.ts'
import { useAsk } from '../platform/queries.ts'
import { sessionToken, useSession } from '../platform/session.ts'
import { askWechat } from './asking'

export const useSignedIn = () => useSession((s) => s.token !== null)

/** How many messages wait to be read; 0 for a guest. */
export function useUnread() {
  const query = useAsk(unreadMessages, {}, { enabled: useSignedIn() })
  return { unread: query.data?.unread ?? 0, refresh: () => void query.refetch() }
}

/** Has WeChat's question ready for the taps that ask it; called once, by the app. */
export function useAskingAtTaps() {
  const { data } = useAsk(listAskable, {}, { enabled: askWechat !== null })
  useEffect(() => {
    const items = data?.items ?? []
    askBy(async (act) => {
      if (!askWechat || !sessionToken()) return
      const accepted = await askWechat(items.filter((item) => item.act === act))
      // Writing it down does not hold up the act. What is lost costs one notice; the inbox has it.
      if (accepted.length > 0) call(recordSubscriptions, { accepted }).catch(() => undefined)
    })
    return () => askBy(null)
  }, [data])
}
