import { ask } from '../dialogs.ts'
import { guard } from '../errors.ts'
import { callPage } from '../pages.ts'
import { current, navigateBack, navigateTo, redirectTo, reLaunch, switchTab } from '../router.ts'
import { ApiError } from '../wx/async.ts'
import { agreePrivacy, needPrivacy } from '../wx/privacy.ts'
import { controlOf, define, type Control, type Node } from './define.ts'
import { hover } from './plain.ts'
import { closest, data, inside } from './tree.ts'

const FIELDS = [
  'input',
  'textarea',
  'switch',
  'slider',
  'picker',
  'checkbox-group',
  'radio-group',
  'picker-view',
]
const RESETTABLE = [...FIELDS, 'checkbox', 'radio']

/** What a form hands over: the value of every field that has a name. */
export const formValue = (form: Node) =>
  Object.fromEntries(
    inside(form, ...FIELDS)
      .filter((field) => data(field).name)
      .map((field) => [data(field).name, controlOf(field).value?.()]),
  )

function pressForm(button: Node, type: unknown) {
  const form = closest(button, 'form')
  if (!form) return
  if (type === 'submit') form.triggerEvent('submit', { value: formValue(form) })
  if (type !== 'reset') return
  for (const field of inside(form, ...RESETTABLE)) controlOf(field).reset?.()
  form.triggerEvent('reset', {})
}

/** The event and its answer for what WeChat alone can give; the journey sets it with `trigger`. */
async function personal(button: Node, event: string, name: string) {
  try {
    await needPrivacy(name)
    throw new ApiError(`the e2e host has no answer of its own: trigger('${event}', …) on the button`)
  } catch (error) {
    const { errno } = error instanceof ApiError ? error : { errno: undefined }
    button.triggerEvent(event, { errMsg: `${name}:fail ${(error as Error).message}`, errno })
  }
}

/** The page's onShareAppMessage gives the card; then WeChat asks whom to send it to. */
export async function share(from: 'button' | 'menu', target?: { id: string; dataset: unknown }) {
  const page = current()
  const given = callPage(page, 'onShareAppMessage', { from, target, webViewUrl: undefined })
  const card = (given ?? {}) as { title?: string; path?: string }
  const query = Object.entries(page.query)
    .map(([name, value]) => `${name}=${value}`)
    .join('&')
  const path = card.path ?? `/${page.path}${query ? `?${query}` : ''}`
  await ask({
    kind: 'share',
    title: '发送给',
    content: `${card.title ?? ''} ${path}`.trim(),
    confirmText: '发送',
    cancelText: '取消',
  })
}

function open(button: Node, type: unknown) {
  if (type === 'getPhoneNumber') void personal(button, 'getphonenumber', 'getPhoneNumber')
  else if (type === 'getRealtimePhoneNumber')
    void personal(button, 'getrealtimephonenumber', 'getRealtimePhoneNumber')
  else if (type === 'chooseAvatar') void personal(button, 'chooseavatar', 'chooseAvatar')
  else if (type === 'share')
    void share('button', { id: button.id, dataset: JSON.parse(JSON.stringify(button.dataset ?? {})) })
  else if (type === 'agreePrivacyAuthorization') {
    agreePrivacy()
    button.triggerEvent('agreeprivacyauthorization', {})
  } else if (type !== '' && type !== 'contact' && type !== 'feedback' && type !== 'openSetting')
    throw new Error(`<button open-type="${String(type)}"> is not in the e2e host`)
}

const button = (node: Node): Control => {
  const press = () => {
    const { disabled, formType, openType } = data(node)
    if (disabled) return
    pressForm(node, formType)
    open(node, openType)
  }
  return { tap: press, label: press }
}

/** A press on a label goes to the control it is for, or to the first one inside. */
const label = (node: Node): Control => ({
  tap: () => {
    const root = node.ownerShadowRoot
    const named = data(node).for ? root?.getElementById(String(data(node).for)) : undefined
    const [first] = inside(node, 'checkbox', 'radio', 'switch', 'button', 'input')
    const target = data(node).for ? named : first
    if (target) controlOf(target).label?.()
  },
})

const navigate: Record<string, (options: { url?: unknown; delta?: unknown }) => unknown> = {
  navigate: navigateTo,
  redirect: redirectTo,
  switchTab,
  reLaunch,
  navigateBack,
}
const navigator = (node: Node): Control => ({
  tap: () => {
    const { url, openType, delta } = data(node)
    const go = navigate[String(openType)]
    if (!go) throw new Error(`<navigator open-type="${String(openType)}"> is not in the e2e host`)
    guard(() => go({ url, delta }))
  },
})

export function definePressed() {
  define('button', {
    properties: {
      ...hover('button-hover', 20, 70),
      size: [String, 'default'],
      type: [String, 'default'],
      plain: [Boolean, false],
      disabled: [Boolean, false],
      loading: [Boolean, false],
      formType: [String, ''],
      openType: [String, ''],
      name: [String, ''],
      lang: [String, 'en'],
      sessionFrom: [String, ''],
      sendMessageTitle: [String, ''],
      sendMessagePath: [String, ''],
      sendMessageImg: [String, ''],
      appParameter: [String, ''],
      showMessageCard: [Boolean, false],
      businessId: [String, ''],
    },
    control: button,
  })
  define('form', { properties: { reportSubmit: [Boolean, false], reportSubmitTimeout: [Number, 0] } })
  define('label', { properties: { for: [String, ''] }, control: label })
  define('navigator', {
    properties: {
      ...hover('navigator-hover', 50, 600),
      target: [String, 'self'],
      url: [String, ''],
      openType: [String, 'navigate'],
      delta: [Number, 1],
    },
    control: navigator,
  })
}
