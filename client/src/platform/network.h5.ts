import { create } from 'zustand'

const useNetwork = create<{ online: boolean }>(() => ({ online: navigator.onLine }))

export function useOnline() {
  return useNetwork((s) => s.online)
}

/** The browser's own events: Taro's H5 twin hears nothing in Safari and Firefox. */
export function watchNetwork(listener: (online: boolean) => void) {
  const tell = () => {
    useNetwork.setState({ online: navigator.onLine })
    listener(navigator.onLine)
  }
  window.addEventListener('online', tell)
  window.addEventListener('offline', tell)
  tell()
}
