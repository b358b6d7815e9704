import { go, type PageName } from '../../platform/pages.ts'
import { Box } from '../Box'
import { cx } from '../cx.ts'
import { Icon } from '../Icon'
import type { IconName } from '../Icon/types.ts'
import { Press } from '../Press'
import styles from './index.module.scss'

const tabs = [
  { page: 'home', title: '首页', icon: 'home' },
  { page: 'activities', title: '活动', icon: 'calendar' },
  { page: 'mine', title: '我的', icon: 'person' },
] as const satisfies readonly { page: PageName; title: string; icon: IconName }[]

export type TabName = (typeof tabs)[number]['page']
export type TabBarProps = {
  /** The tab that is open. */
  current?: TabName
  /** On a page below a tab: the tab that it belongs to. */
  within?: TabName
}

/** Ours, since WeChat's can't grow for elder mode. On a wide window it is a rail at the left: give it to Page. */
export function TabBar({ current, within }: TabBarProps) {
  return (
    <Box as="nav" className={styles.bar} label="主要栏目">
      {tabs.map(({ page, title, icon }) => (
        <Press
          key={page}
          className={cx(styles.tab, (page === current || page === within) && styles.current)}
          label={page === current ? `${title}，当前栏目` : title}
          current={page === current ? 'page' : page === within ? 'true' : undefined}
          onClick={() => {
            if (page !== current) go(page)
          }}
        >
          <Icon name={icon} />
          <Box as="span" className={styles.title}>
            {title}
          </Box>
        </Press>
      ))}
    </Box>
  )
}
