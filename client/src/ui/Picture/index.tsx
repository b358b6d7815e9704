import { Image } from '@tarojs/components'
import { useState } from 'react'
import { addressOf } from '../../platform/call.ts'
import { ariaProps } from '../aria'
import { Missing } from './missing.tsx'
import type { PictureProps } from './types.ts'
import styles from './index.module.scss'

/** A picture with what it shows in words; where it can't be fetched, the words. */
export function Picture({ picture, size, shape }: PictureProps) {
  const [failed, setFailed] = useState(false)
  if (failed) return <Missing alt={picture.alt} />
  return (
    <Image
      className={styles[shape]}
      src={addressOf(picture[size])}
      mode={shape === 'band' ? 'aspectFill' : 'aspectFit'}
      lazyLoad
      onError={() => setFailed(true)}
      {...ariaProps({ role: 'img', label: picture.alt })}
    />
  )
}
