import { useDesk } from '../platform/desk.ts'
import { Page, type PageProps } from '../ui/Page'
import { TabBar, type TabName } from '../ui/TabBar'

type Props = Pick<PageProps, 'title' | 'demo' | 'children'> & { current: TabName }

/** Round each tab page: our own tab bar (a rail on a wide window), and the numbers of the community looked at. */
export function Shell({ current, ...page }: Props) {
  const desk = useDesk()
  return <Page tabBar={<TabBar current={current} />} {...desk} {...page} />
}
