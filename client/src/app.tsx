import './platform/zod.ts'
import { QueryClientProvider } from '@tanstack/react-query'
import { useDidShow, useLaunch } from '@tarojs/taro'
import type { PropsWithChildren } from 'react'
import { useAskingAtTaps } from './messages/requests.ts'
import { useFreshMe } from './people/requests.ts'
import { followFontSize } from './platform/elder.ts'
import { homesFrom } from './platform/homes.ts'
import { queryClient, startQueries } from './platform/queries.ts'
import { livedIn } from './residency/lived-in.ts'
import { useFreshSettings } from './settings/requests.ts'
import './app.scss'

startQueries()
homesFrom(livedIn)

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
