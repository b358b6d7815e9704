import type { TestHouse } from '../../testing/house.ts'

/** Tells WeChat's sandbox what a phone or a bad day would. */
export async function tellWechat(house: TestHouse, path: string, body: object, method = 'POST') {
  const response = await house.sandbox.app.request(`/sandbox/${path}`, { method, body: JSON.stringify(body) })
  if (!response.ok) throw new Error(`sandbox ${path}: ${response.status}`)
  return (await response.json()) as { code: string; openid: string }
}

/** Somebody with WeChat: each call gives a fresh code, as the app would get it. */
export async function openWechatUser(house: TestHouse) {
  const { openid } = await tellWechat(house, 'login-codes', {})
  return {
    openid,
    login: async () => (await tellWechat(house, 'login-codes', { openid })).code,
    phone: async (phone: string, countryCode = 86) =>
      (await tellWechat(house, 'phone-codes', { openid, phone, countryCode })).code,
  }
}
