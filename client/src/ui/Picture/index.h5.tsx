import { useState } from 'react'
import { addressOf } from '../../platform/call.ts'
import { Missing } from './missing.tsx'
import type { PictureProps } from './types.ts'
import styles from './index.module.scss'

export function Picture({ picture, size, shape }: PictureProps) {
  const [failed, setFailed] = useState(false)
  if (failed) return <Missing alt={picture.alt} />
  return (
    <img
      className={styles[shape]}
      src={addressOf(picture[size])}
      alt={picture.alt}
      loading="lazy"
      onError={() => setFailed(true)}
    />
  )
}
