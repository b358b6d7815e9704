import type { Phone } from './phone.ts'
import { until } from './waiting.ts'

let codes = 0
const PAGE = 'people/pages/sign-in/index'
/** Signed in, the page goes back to where it was opened. */
const done = ({ screen }: Phone) =>
  until('the sign-in page to go', async () => (await screen.page()).path !== PAGE)

/** Signs in by WeChat: known there and here by one press, else with the number that WeChat's button hands over. */
export async function signInByWechat(phone: Phone, { firstTime }: { firstTime: boolean }) {
  const { screen, owner } = phone
  await screen.at(PAGE)
  await screen.press('我看过并同意《隐私说明》')
  await screen.press('微信登录')
  if (!firstTime) return done(phone)
  const button = await screen.control('手机号快捷登录')
  codes += 1
  const code = `demo-phone-${owner.phone}-${owner.openid}${codes}${Date.now().toString(36)}`
  await button.trigger('getphonenumber', { code, errMsg: 'getPhoneNumber:ok' })
  return done(phone)
}

/** Signs in as one of the demonstration's personas. */
export async function signInAs(phone: Phone, persona: string) {
  await phone.screen.at(PAGE)
  await phone.screen.press(persona)
  await done(phone)
}
