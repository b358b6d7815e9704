import { useRouter } from '@tarojs/taro'
import type { ReactNode } from 'react'
import { useDemo } from '../../platform/demo.ts'
import { useElder } from '../../platform/elder.ts'
import { useOnline } from '../../platform/network'
import { go, pages, tabOf } from '../../platform/pages.ts'
import { useWide } from '../../platform/wide'
import { Box } from '../Box'
import { cx } from '../cx.ts'
import { Button } from '../Button'
import { Icon } from '../Icon'
import { PhoneBar } from '../PhoneBar'
import { TabBar, type TabName } from '../TabBar'
import { Head } from './head'
import { HelpBand } from './help-band.tsx'
import styles from './index.module.scss'

export type PageProps = {
  /** The page's name: WeChat's bar, the browser's tab and the heading. */
  title?: string
  children: ReactNode
  /** The one primary action; sticks at the bottom, above the safe area. */
  footer?: ReactNode
  /** Which tab this page is. Below the tabs there is a bar on wide windows alone, where it is a rail. */
  tab?: TabName
  /** The numbers that always stand, at the page's end. Default true. */
  phones?: boolean
  answeredBy?: string | null
  phone?: string | null
  counter?: string | null
  /** From 960 px on: one column of reading width, the whole width, or the first two children side by side. */
  wide?: 'single' | 'broad' | 'split'
  /** What is shown was made up: say so on the page. */
  demo?: boolean
}

/** Everything is drawn within one: elder mode, the title, the bands, the foot. */
export function Page(props: PageProps) {
  const {
    title,
    children,
    footer,
    tab,
    phones = true,
    answeredBy = null,
    phone = null,
    counter = null,
    wide = 'single',
    demo = false,
  } = props
  const elder = useElder()
  const wideWindow = useWide()
  const demoCity = useDemo()
  const online = useOnline()
  return (
    <Box className={cx(styles.page, elder && 'elder', (tab !== undefined || wideWindow) && styles.railed)}>
      {(demo || demoCity || !online) && <Bands demo={demo || demoCity} offline={!online} />}
      <HelpBand />
      <Box as="main" className={styles.main}>
        <Head title={title} elder={elder} />
        <Box className={cx(styles.content, wide !== 'broad' && styles[wide])}>{children}</Box>
        {phones && (
          <Box className={styles.phones}>
            <PhoneBar answeredBy={answeredBy} phone={phone} counter={counter} />
            {!elder && <Feedback />}
          </Box>
        )}
      </Box>
      {footer !== undefined && (
        <Box className={styles.footer}>
          <Box className={styles.footerInner}>{footer}</Box>
        </Box>
      )}
      {tab !== undefined ? <TabBar current={tab} /> : wideWindow && <Rail />}
    </Box>
  )
}

/** An opinion on the portal tells which page it is about: its path alone, nothing of what was asked there. */
function Feedback() {
  const [path = ''] = useRouter().path.split('?')
  if (path.startsWith(pages.feedback)) return null
  return (
    <Button kind="text" onClick={() => go('feedback', path === '' ? {} : { from: path })}>
      这一页有错或不好用？告诉我们
    </Button>
  )
}

/** On a wide window a page below the tabs has a way on as well, and stands where the tabs' pages stand. */
function Rail() {
  return <TabBar within={tabOf(useRouter().path)} />
}

function Bands({ demo, offline }: { demo: boolean; offline: boolean }) {
  return (
    <Box as="header">
      {demo && (
        <Box className={cx(styles.band, styles.demo)}>
          <Icon name="info" size={18} />
          <Box as="span" className={styles.bandWords}>
            演示数据，不是真实信息
          </Box>
        </Box>
      )}
      {offline && (
        <Box className={cx(styles.band, styles.offline)} role="status">
          <Icon name="offline" size={18} />
          <Box as="span" className={styles.bandWords}>
            现在没有网络，读过的内容还可以看
          </Box>
        </Box>
      )}
    </Box>
  )
}
