import { getSettings } from '@tmt/shared/settings/contract.ts'
import { useEffect } from 'react'
import { tellDemo } from '../platform/demo.ts'
import { useAsk } from '../platform/queries.ts'

/** Whether this is a demonstration, and the filing number. */
export function useSettings() {
  return useAsk(getSettings, {})
}

/** Tells every page whether what it shows is made up; asked once, by the app. */
export function useFreshSettings() {
  const { data } = useSettings()
  useEffect(() => {
    if (data) tellDemo(data.demo)
  }, [data])
}
