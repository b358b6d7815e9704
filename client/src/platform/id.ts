import { useRouter } from '@tarojs/taro'
import { Id } from '@tmt/shared/codes.ts'

/** The thing that the address names; '' when it names none: half a link, say, and nothing worth asking for. */
export function useIdInAddress() {
  const { id } = useRouter<{ id?: string }>().params
  return Id.safeParse(id).success ? (id ?? '') : ''
}
