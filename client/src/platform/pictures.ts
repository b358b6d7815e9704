import Taro from '@tarojs/taro'
import { uploadFile, type Uploaded } from '@tmt/shared/files/contract.ts'
import { addressOf, authorized, outcomeOf } from './call.ts'
import { Unreachable } from './errors.ts'

/** Sends what was chosen. With the same key it is the same upload, however often it is tried. */
type SendPicture = (key: string) => Promise<Uploaded>
/** A large photograph on a slow line. */
const PATIENCE = 60_000

/** Lets the person take or choose one photograph; null when they changed their mind. WeChat makes it smaller. */
export async function choosePicture(): Promise<SendPicture | null> {
  const chosen = await Taro.chooseMedia({ count: 1, mediaType: ['image'], sizeType: ['compressed'] }).catch(
    () => null,
  )
  const path = chosen?.tempFiles[0]?.tempFilePath
  if (path === undefined) return null
  return async (key) => {
    const header = authorized({ 'Idempotency-Key': key })
    const answer = await Taro.uploadFile({
      url: addressOf(uploadFile.path),
      filePath: path,
      name: 'file',
      header,
      timeout: PATIENCE,
    }).catch((error: unknown) => {
      throw new Unreachable(error)
    })
    return outcomeOf<Uploaded>(answer)
  }
}
