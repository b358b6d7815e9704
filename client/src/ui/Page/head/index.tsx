import Taro, { useDidShow } from '@tarojs/taro'
import { useEffect } from 'react'
import { Box } from '../../Box'
import type { HeadProps } from './types.ts'

/** WeChat's own bar bears the title, at one size; in elder mode it stands in the page as well. */
export function Head({ title, elder }: HeadProps) {
  const name = () => {
    if (title !== undefined) void Taro.setNavigationBarTitle({ title })
  }
  useDidShow(name)
  useEffect(name, [title])
  if (title === undefined || !elder) return null
  return <Box as="h1">{title}</Box>
}
