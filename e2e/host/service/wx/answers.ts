import { manifest } from '../link.ts'
import { ApiError, asyncApi } from './async.ts'
import { needPrivacy, needScope } from './privacy.ts'

/** What only WeChat can answer. A journey sets it with mockWxMethod, so that DevTools runs the same files. */
const unanswered = (name: string) =>
  asyncApi(name, () => {
    throw new ApiError(`the e2e host has no answer of its own: set one with mockWxMethod('${name}', …)`)
  })

/** A private API: the declaration in app.json, then the person's agreement, then the scope, then the answer. */
const declared = (name: string) => {
  if (!(manifest.app.requiredPrivateInfos ?? []).includes(name))
    throw new ApiError(`the api need to be declared in the requiredPrivateInfos field in app.json/ext.json`)
}
const location = (name: string, scope: string) =>
  asyncApi(name, async () => {
    declared(name)
    const desc = manifest.app.permission?.[scope]?.desc
    if (!desc) throw new ApiError(`permission["${scope}"].desc is missing in app.json`)
    await needPrivacy(name)
    await needScope(scope, desc)
    throw new ApiError(`the e2e host has no answer of its own: set one with mockWxMethod('${name}', …)`)
  })

export const answerApis = {
  login: unanswered('login'),
  checkSession: asyncApi('checkSession', () => undefined),
  scanCode: unanswered('scanCode'),
  requestSubscribeMessage: unanswered('requestSubscribeMessage'),
  getLocation: location('getLocation', 'scope.userLocation'),
  chooseMedia: asyncApi('chooseMedia', async () => {
    await needPrivacy('chooseMedia')
    throw new ApiError("the e2e host has no answer of its own: set one with mockWxMethod('chooseMedia', …)")
  }),
  previewImage: asyncApi('previewImage', () => undefined),
}

let clipboard = ''
export const clipboardApis = {
  setClipboardData: asyncApi('setClipboardData', async ({ data }) => {
    if (typeof data !== 'string') throw new ApiError('parameter error: parameter.data should be String')
    await needPrivacy('setClipboardData')
    clipboard = data
  }),
  getClipboardData: asyncApi('getClipboardData', async () => {
    await needPrivacy('getClipboardData')
    return { data: clipboard }
  }),
}
