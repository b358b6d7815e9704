import { useEffect, useRef } from 'react'
import { Icon } from '../../Icon'
import type { PhoneLinkProps } from './types.ts'
import styles from '../index.module.scss'

export function PhoneLink({ number, of, focused = false }: PhoneLinkProps) {
  const link = useRef<HTMLAnchorElement>(null)
  useEffect(() => {
    if (focused) link.current?.focus()
  }, [focused])
  return (
    <a
      ref={link}
      className={styles.link}
      href={`tel:${number.replace(/[^\d+]/g, '')}`}
      aria-label={`${of}，${number}，打电话`}
    >
      <Icon name="phone" />
      <span className={styles.words}>
        <span className={styles.of}>{of}</span>
        <span className={styles.number}>{number}</span>
      </span>
    </a>
  )
}
