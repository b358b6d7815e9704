import { useDidShow } from '@tarojs/taro'
import { useEffect, useRef } from 'react'
import { goBack, openedAlone, pages } from '../../../platform/pages.ts'
import { useWide } from '../../../platform/wide'
import { Icon } from '../../Icon'
import { Press } from '../../Press'
import { useFocusOfPage } from './focus.ts'
import type { HeadProps } from './types.ts'
import styles from '../index.module.scss'

const tabs: readonly string[] = [pages.home, pages.activities, pages.mine]

/** The head of a page in a browser: the way back, and the title. */
export function Head({ title }: HeadProps) {
  const head = useRef<HTMLElement>(null)
  useFocusOfPage(head, title !== undefined)
  const name = () => {
    document.title = title === undefined ? '泰民通' : `${title} - 泰民通`
  }
  const alone = openedAlone()
  useDidShow(name)
  useEffect(name, [title])
  // On a wide window the rail has 首页 already.
  const wide = useWide()
  const isTab = tabs.includes(location.pathname) || location.pathname === '/'
  return (
    <header ref={head} className={styles.head}>
      {!isTab && !(wide && alone) && (
        <Press className={styles.back} onClick={() => goBack()}>
          <Icon name={alone ? 'home' : 'back'} size={20} />
          <span className={styles.backWord}>{alone ? '首页' : '返回'}</span>
        </Press>
      )}
      {title !== undefined && (
        <h1 className={styles.title} tabIndex={-1}>
          {title}
        </h1>
      )}
    </header>
  )
}
