import './platform/zod.ts'
import { QueryClientProvider } from '@tanstack/react-query'
import { useDidShow, useLaunch } from '@tarojs/taro'
import type { PropsWithChildren } from 'react'
import { useAskingAtTaps } from './messages/requests.ts'
import { useFreshMe } from './people/requests.ts'
import { followFontSize } from './platform/elder.ts'
import { queryClient, startQueries } from './platform/queries.ts'
import { useFreshSettings } from './settings/requests.ts'
import './app.scss'

startQueries()

function Fresh() {
  useFreshMe()
  useFreshSettings()
  useAskingAtTaps()
  return null
}

export default function App({ children }: PropsWithChildren) {
  useLaunch(followFontSize)
  useDidShow(followFontSize)
  return (
    <QueryClientProvider client={queryClient}>
      <Fresh />
      {children}
    </QueryClientProvider>
  )
}
