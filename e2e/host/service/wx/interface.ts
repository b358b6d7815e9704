import { ask } from '../dialogs.ts'
import { shell } from '../link.ts'
import { callPage } from '../pages.ts'
import { current } from '../router.ts'
import { ApiError, asyncApi } from './async.ts'
import { askView } from '../link.ts'

const text = (value: unknown, otherwise = '') => (typeof value === 'string' ? value : otherwise)

/** A toast's duration by default, in milliseconds. */
const TOAST = 1500
const needString = (name: string, value: unknown) => {
  if (typeof value !== 'string')
    throw new ApiError(`parameter error: parameter.${name} should be String instead of ${typeof value};`)
  return value
}

/** What WeChat draws above the page. */
export const interfaceApis = {
  showToast: asyncApi('showToast', ({ title, icon, duration }) => {
    needString('title', title)
    shell('toast', { title, icon: text(icon, 'success'), duration: Number(duration ?? TOAST) })
  }),
  hideToast: asyncApi('hideToast', () => shell('toast', null)),
  showLoading: asyncApi('showLoading', ({ title }) => {
    needString('title', title)
    shell('toast', { title, icon: 'loading', duration: 0 })
  }),
  hideLoading: asyncApi('hideLoading', () => shell('toast', null)),
  showModal: asyncApi('showModal', async ({ title, content, confirmText, cancelText, showCancel }) => {
    const confirm = await ask({
      kind: 'modal',
      title: text(title),
      content: text(content),
      confirmText: text(confirmText, '确定'),
      cancelText: showCancel === false ? null : text(cancelText, '取消'),
    })
    return { confirm, cancel: !confirm, content: null }
  }),
  showActionSheet: asyncApi('showActionSheet', async ({ itemList }) => {
    if (!Array.isArray(itemList) || itemList.length === 0 || itemList.length > 6)
      throw new ApiError('parameter error: itemList should have 1 to 6 items')
    const chosen = await ask({
      kind: 'actionSheet',
      title: '',
      content: itemList.join('\n'),
      confirmText: String(itemList[0]),
      cancelText: '取消',
    })
    if (!chosen) throw new ApiError('cancel')
    return { tapIndex: 0 }
  }),
  setNavigationBarTitle: asyncApi('setNavigationBarTitle', ({ title }) =>
    shell('title', current().id, needString('title', title)),
  ),
  setNavigationBarColor: asyncApi('setNavigationBarColor', ({ frontColor, backgroundColor }) => {
    if (frontColor !== '#ffffff' && frontColor !== '#000000')
      throw new ApiError('frontColor should be #ffffff or #000000')
    shell('colors', current().id, frontColor, needString('backgroundColor', backgroundColor))
  }),
  startPullDownRefresh: asyncApi('startPullDownRefresh', () => {
    callPage(current(), 'onPullDownRefresh')
  }),
  stopPullDownRefresh: asyncApi('stopPullDownRefresh', () => undefined),
  pageScrollTo: asyncApi('pageScrollTo', async ({ scrollTop, selector }) => {
    const page = current()
    if (selector !== undefined) {
      const shadow = page.root.getComponent().getShadowRoot()
      const node = shadow?.querySelector(needString('selector', selector)) ?? null
      const backend = node?.getBackendElement() as unknown as { id: number } | null
      if (backend) await askView(page.id, 'scrollIntoView', backend.id)
      return
    }
    await askView(page.id, 'scrollPage', Number(scrollTop ?? 0))
  }),
  showShareMenu: asyncApi('showShareMenu', () => undefined),
  hideShareMenu: asyncApi('hideShareMenu', () => undefined),
  updateShareMenu: asyncApi('updateShareMenu', () => undefined),
  hideHomeButton: asyncApi('hideHomeButton', () => undefined),
  makePhoneCall: asyncApi('makePhoneCall', async ({ phoneNumber }) => {
    const number = needString('phoneNumber', phoneNumber)
    const called = await ask({
      kind: 'modal',
      title: '',
      content: number,
      confirmText: '呼叫',
      cancelText: '取消',
    })
    if (!called) throw new ApiError('cancel')
  }),
}
