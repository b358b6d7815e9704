import { ask } from '../dialogs.ts'
import { guard } from '../errors.ts'
import { manifest } from '../link.ts'
import { ApiError, asyncApi } from './async.ts'

/** Without `__usePrivacyCheck__` WeChat asks by its own dialog; with it, the app's listener is asked first. */
let agreed = false
type Resolve = (answer: { event: string; buttonId?: string }) => void
type Listener = (resolve: Resolve, info: { referrer: string }) => void
let listener: Listener | undefined

/** Asks for the person's agreement before the first private API; throws when it is refused. */
export async function needPrivacy(referrer: string) {
  if (agreed) return
  const own = manifest.app.__usePrivacyCheck__ === true ? listener : undefined
  const answer = own
    ? await new Promise<boolean>((resolve) => {
        guard(() =>
          own(
            ({ event }) => {
              if (event !== 'exposureAuthorization') resolve(event === 'agree')
            },
            { referrer },
          ),
        )
      })
    : await ask({
        kind: 'privacy',
        title: '用户隐私保护提示',
        content: '请阅读并同意小程序隐私保护指引',
        confirmText: '同意',
        cancelText: '拒绝',
      })
  if (!answer) throw new ApiError('privacy permission is not authorized', 104)
  agreed = true
}
/** The person presses a button with open-type `agreePrivacyAuthorization`. */
export const agreePrivacy = () => void (agreed = true)

const scopes = new Map<string, boolean>()
/** Asks for a scope once, as WeChat does: a refusal stays until the settings are opened. */
export async function needScope(scope: string, why: string) {
  const known = scopes.get(scope)
  const allowed =
    known ??
    (await ask({ kind: 'authorize', title: why, content: scope, confirmText: '允许', cancelText: '拒绝' }))
  scopes.set(scope, allowed)
  if (!allowed) throw new ApiError('auth deny')
}

export const privacyApis = {
  getPrivacySetting: asyncApi('getPrivacySetting', () => ({
    needAuthorization: !agreed,
    privacyContractName: '《小程序隐私保护指引》',
  })),
  requirePrivacyAuthorize: asyncApi('requirePrivacyAuthorize', () => needPrivacy('requirePrivacyAuthorize')),
  openPrivacyContract: asyncApi('openPrivacyContract', () => undefined),
  onNeedPrivacyAuthorization: (next: Listener) => void (listener = next),
  getSetting: asyncApi('getSetting', () => ({ authSetting: Object.fromEntries(scopes) })),
  authorize: asyncApi('authorize', async ({ scope }) => {
    await needPrivacy('authorize')
    await needScope(String(scope), '授权')
  }),
}
