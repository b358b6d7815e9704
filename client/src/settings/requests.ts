import { getSettings } from '@tmt/shared/settings/contract.ts'
import { sayFiling, sayOperator } from '@tmt/shared/settings/rules.ts'
import { useEffect } from 'react'
import { tellDemo } from '../platform/demo.ts'
import { tellOperator } from '../platform/operator.ts'
import { useAsk } from '../platform/queries.ts'

/** Whether this is a demonstration, and the filing number. */
export function useSettings() {
  return useAsk(getSettings, {})
}

/** Tells every page whether what it shows is made up, and who runs it; asked once, by the app. */
export function useFreshSettings() {
  const { data } = useSettings()
  useEffect(() => {
    if (!data) return
    tellDemo(data.demo)
    tellOperator({ operator: sayOperator(data), filing: sayFiling(data) })
  }, [data])
}
