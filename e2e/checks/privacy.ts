import type { Build } from './build.ts'
import { calledMembers, literals } from './code.ts'

/** APIs that need a declaration by name in `requiredPrivateInfos`, and the scope whose purpose must be told. */
const DECLARED: Record<string, string | null> = {
  getLocation: 'scope.userLocation',
  getFuzzyLocation: 'scope.userFuzzyLocation',
  chooseLocation: 'scope.userLocation',
  choosePoi: null,
  chooseAddress: null,
  startLocationUpdate: 'scope.userLocation',
  onLocationChange: 'scope.userLocation',
}
/** APIs that touch personal data in another way (「小程序用户隐私保护指引」, list of interfaces). */
const PERSONAL = [
  ...Object.keys(DECLARED),
  'chooseImage',
  'chooseMedia',
  'chooseVideo',
  'chooseMessageFile',
  'saveImageToPhotosAlbum',
  'getClipboardData',
  'setClipboardData',
  'addPhoneContact',
  'chooseContact',
  'addPhoneCalendar',
  'addPhoneRepeatCalendar',
  'startRecord',
  'getRecorderManager',
  'createCameraContext',
  'getWeRunData',
  'chooseLicensePlate',
  'chooseInvoiceTitle',
]
/** `open-type`s of a button that hand over personal data. */
const BUTTONS = ['getPhoneNumber', 'getRealtimePhoneNumber', 'chooseAvatar', 'getUserInfo']

/** The app's own code: Taro's runtime names every API there is, whether the app uses it or not. */
const ownScripts = ({ files }: Build) => files.filter((file) => file.endsWith('.js') && file !== 'taro.js')

/** The private APIs and buttons that a build uses. */
export function privateUse(build: Build): string[] {
  const called = calledMembers(build, ownScripts(build))
  const texts = literals(build, ownScripts(build))
  const written = build.files.filter((file) => file.endsWith('.wxml')).map(build.text)
  return [
    ...PERSONAL.filter((name) => called.has(name)),
    ...BUTTONS.filter(
      (name) => texts.has(name) || written.some((wxml) => wxml.includes(`open-type="${name}"`)),
    ),
  ]
}

/** Every private API that is used is declared in app.json, and nothing is declared that is not used. */
export function checkPrivacy(build: Build): string[] {
  const used = privateUse(build)
  const {
    requiredPrivateInfos: declared = [],
    permission = {},
    __usePrivacyCheck__: asked = false,
  } = build.app
  const missing = used.filter((name) => Object.hasOwn(DECLARED, name) && !declared.includes(name))
  const scopes = used.map((name) => DECLARED[name] ?? null).filter((scope) => scope !== null)
  return [
    ...missing.map((name) => `${name} is used, but requiredPrivateInfos does not name it`),
    ...declared
      .filter((name) => !used.includes(name))
      .map((name) => `requiredPrivateInfos names ${name}, which is not used`),
    ...[...new Set(scopes)]
      .filter((scope) => !permission[scope]?.desc)
      .map((scope) => `permission.${scope}.desc does not say what for`),
    ...(used.length > 0 && !asked ? [`${used.join(', ')} used, but __usePrivacyCheck__ is not true`] : []),
  ]
}
