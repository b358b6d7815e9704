import { expect, test } from 'vitest'
import { ConfigError } from '../platform/config.ts'
import { checkTemplates } from './wechat-templates.ts'
import { wechatTemplates } from './testing/templates.ts'

test('a table that names messages, their params and fields of WeChat is taken; so is none', () => {
  expect(() => checkTemplates(wechatTemplates)).not.toThrow()
  expect(() => checkTemplates({})).not.toThrow()
})

test.each([
  ['没有消息 activityBegun', 'activityBegun', { thing1: 'title' }],
  // Never sent by WeChat: nobody is asked for it.
  ['没有消息 activitySignedUp', 'activitySignedUp', { thing1: 'title' }],
  ['amount1 不是能填的字段', 'activityReminder', { amount1: 'title' }],
  ['没有 reason', 'activityReminder', { thing1: 'reason' }],
])('a mistake in it is told at the start: %s', (says, name, data) => {
  const check = () => checkTemplates({ [name]: { id: 'template', data } })
  expect(check).toThrow(ConfigError)
  expect(check).toThrow(says)
})
