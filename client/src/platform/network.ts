import Taro from '@tarojs/taro'
import { create } from 'zustand'

const useNetwork = create<{ online: boolean }>(() => ({ online: true }))

/** Whether this device has a network at all; a request may still fail while it says yes. */
export function useOnline() {
  return useNetwork((s) => s.online)
}

/** Reports every change to the listener (react-query asks again when the network is back). */
export function watchNetwork(listener: (online: boolean) => void) {
  const tell = (online: boolean) => {
    useNetwork.setState({ online })
    listener(online)
  }
  Taro.getNetworkType()
    .then(({ networkType }) => tell(networkType !== 'none'))
    .catch(() => tell(true))
  Taro.onNetworkStatusChange(({ isConnected }) => tell(isConnected))
}
