import { vi } from 'vitest'

export type Sent = {
  url: string
  method: string
  header: Record<string, string>
  data?: Record<string, unknown> | undefined
}
type Answer = { statusCode: number; data: unknown; header?: Record<string, string> }
type Route = (sent: Sent) => Answer | Promise<Answer>

const fresh = () => ({
  stack: [{}] as object[],
  params: {} as Record<string, string>,
  path: '',
  answer: (() => Promise.reject(new Error('no network'))) as Route,
  sent: [] as Sent[],
  store: new Map<string, string>(),
  shared: null as null | (() => { title: string; path: string }),
})
const everywhere = globalThis as { taroHost?: ReturnType<typeof fresh> }
/**
 * What the tests steer: the pages that are open, path and query of this one, and who answers a request.
 * One for all copies of this module, so that a test may load the app a second time on the same device.
 */
export const host = (everywhere.taroHost ??= fresh())

/** A call to the host that succeeds and does nothing; `T` is what it is asked with. */
const done = <T>() => vi.fn<(options: T) => Promise<void>>(async () => undefined)
type To = { url: string }
type Upload = { url: string; filePath: string; name: string; header: Record<string, string> }

const Taro = {
  request: vi.fn<(sent: Sent) => Promise<Answer>>((sent) => {
    host.sent.push(sent)
    const task = Promise.resolve().then(() => host.answer(sent)) as Promise<Answer> & { abort?: () => void }
    task.abort = () => undefined
    return task
  }),
  getStorageSync: (key: string) => host.store.get(key) ?? '',
  setStorageSync: (key: string, value: string) => void host.store.set(key, value),
  removeStorageSync: (key: string) => void host.store.delete(key),
  navigateTo: done<To>(),
  redirectTo: done<To>(),
  switchTab: done<To>(),
  reLaunch: done<To>(),
  navigateBack: done<void>(),
  setNavigationBarTitle: done<{ title: string }>(),
  showToast: done<{ title: string }>(),
  makePhoneCall: done<{ phoneNumber: string }>(),
  setClipboardData: done<{ data: string }>(),
  addPhoneCalendar: done<{ title: string; startTime: number; endTime?: string; location?: string }>(),
  pageScrollTo: done<object>(),
  login: vi.fn<() => Promise<{ code: string; errMsg: string }>>(async () => ({
    code: 'login-code',
    errMsg: 'login:ok',
  })),
  requestSubscribeMessage: vi.fn<(options: { tmplIds: string[] }) => Promise<Record<string, string>>>(
    async () => ({ errMsg: 'requestSubscribeMessage:ok' }),
  ),
  chooseMedia: vi.fn<(options: object) => Promise<{ tempFiles: { tempFilePath: string }[] }>>(async () => ({
    tempFiles: [{ tempFilePath: 'wxfile://tmp/photo.jpg' }],
  })),
  uploadFile: vi.fn<(options: Upload) => Promise<{ statusCode: number; data: string }>>(async () => ({
    statusCode: 503,
    data: '',
  })),
  nextTick: (run: () => void) => queueMicrotask(run),
  getCurrentPages: () => host.stack,
  getAppBaseInfo: () => ({ fontSizeSetting: 17 }),
  getSystemInfoSync: () => ({ fontSizeSetting: 17, windowWidth: 375 }),
  getWindowInfo: () => ({ windowWidth: 375, windowHeight: 812 }),
  getNetworkType: async () => ({ networkType: 'wifi' }),
  onNetworkStatusChange: () => undefined,
  onAppShow: () => undefined,
  onAppHide: () => undefined,
}
// oxlint-disable-next-line import/no-default-export -- as Taro has it
export default Taro

export const useRouter = () => ({ params: host.params, path: host.path })
export const useShareAppMessage = (make: () => { title: string; path: string }) => {
  host.shared = make
}
export const useDidShow = () => undefined
export const useDidHide = () => undefined
export const useLaunch = (run: () => void) => run()
export const useReachBottom = () => undefined
export const usePullDownRefresh = () => undefined
