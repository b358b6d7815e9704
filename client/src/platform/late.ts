import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'

/** False until what stands above is on the screen: an old phone then draws the first of a long page sooner. */
export function useLate() {
  const [late, setLate] = useState(false)
  useEffect(() => {
    let gone = false
    Taro.nextTick(() => {
      if (!gone) setLate(true)
    })
    return () => {
      gone = true
    }
  }, [])
  return late
}
