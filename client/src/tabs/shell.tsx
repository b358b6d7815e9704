import { useQueryClient } from '@tanstack/react-query'
import { useDidShow } from '@tarojs/taro'
import { useDesk } from '../platform/desk.ts'
import { Page, type PageProps } from '../ui/Page'
import type { TabName } from '../ui/TabBar'

type Props = Pick<PageProps, 'title' | 'demo' | 'wide' | 'children'> & { current: TabName }

/** Round each tab page: our own tab bar (a rail on a wide window), and the numbers of the community looked at. */
export function Shell({ current, ...page }: Props) {
  const desk = useDesk()
  const client = useQueryClient()
  // A tab's page is never taken down: coming back to it asks again for what has grown old.
  useDidShow(() => {
    void client.refetchQueries({ type: 'active', stale: true }, { cancelRefetch: false })
  })
  return <Page tab={current} {...desk} {...page} />
}
