import type { Phone } from './phone.ts'

/** Picks a community by a part of its name, from 首页. */
export async function pickCommunity({ screen }: Phone, part: string, name: string) {
  await screen.at('tabs/home/index')
  await screen.press('选您的村或社区')
  await screen.at('divisions/pages/pick/index')
  await screen.type('按名称找', part)
  await screen.press(name)
  await screen.at('tabs/home/index')
  await screen.sees(name)
}
