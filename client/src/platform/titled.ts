import { useElder } from './elder.ts'

/** Whether a page names its thing in its content: WeChat's bar cuts a long title off, other heads say it in full. */
export function useTitled() {
  const elder = useElder()
  return process.env.TARO_ENV !== 'h5' && !elder
}
