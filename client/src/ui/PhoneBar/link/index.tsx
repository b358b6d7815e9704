import Taro from '@tarojs/taro'
import { Box } from '../../Box'
import { Icon } from '../../Icon'
import { Press } from '../../Press'
import type { PhoneLinkProps } from './types.ts'
import styles from '../index.module.scss'

/** WeChat asks before it dials; a person who then says no has done nothing wrong. */
export function PhoneLink({ number, of }: PhoneLinkProps) {
  const dial = () => {
    Taro.makePhoneCall({ phoneNumber: number }).catch(() => undefined)
  }
  return (
    <Press className={styles.link} onClick={dial} label={`${of}，${number}，打电话`}>
      <Icon name="phone" />
      <Box className={styles.words}>
        <Box className={styles.of}>{of}</Box>
        <Box className={styles.number}>{number}</Box>
      </Box>
    </Press>
  )
}
