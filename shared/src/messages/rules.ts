import { DAY, MINUTE, saySpan, sayTime, startOfDay } from '../time.ts'
import type { Template, Wants } from './contract.ts'
import type { Quiet } from './inbox-contract.ts'
import { type Params, specOf } from './templates.ts'

/** What stands in a blank; times are said as at the instant of the message, so that they never change. */
export function sayParam(value: string | number | undefined, at: number) {
  return typeof value === 'number' ? sayTime(value, at) : (value ?? '')
}
/** A template's text with its blanks filled. */
export function fill(text: string, params: Params, at: number) {
  return text.replace(/\{(\w+)(?:~(\w+))?\}/g, (_, first: string, last?: string) =>
    last === undefined
      ? sayParam(params[first], at)
      : saySpan(Number(params[first]), Number(params[last]), at),
  )
}
/** The names of the blanks of a text. */
export function blanksOf(text: string) {
  return [...text.matchAll(/\{(\w+)(?:~(\w+))?\}/g)].flatMap(([, first, last]) =>
    last ? [first!, last] : [first!],
  )
}

/** Whether it can't wait for the morning. */
export function isUrgent(template: Template, params: Params, at: number) {
  const { urgent } = specOf(template)
  if (urgent === 'always') return true
  return urgent?.soon.some((name) => at < Number(params[name]) && Number(params[name]) < at + DAY) ?? false
}

/** When quiet hours that hold now are over; null when they don't hold. From 21:00 to 8:00 they go over midnight. */
export function quietUntil(quiet: Quiet, now: number): number | null {
  if (!quiet.on || quiet.from === quiet.to) return null
  const midnight = startOfDay(now)
  const minute = Math.floor((now - midnight) / MINUTE)
  const overnight = quiet.from > quiet.to
  const holds = overnight
    ? minute >= quiet.from || minute < quiet.to
    : minute >= quiet.from && minute < quiet.to
  if (!holds) return null
  return midnight + quiet.to * MINUTE + (overnight && minute >= quiet.from ? DAY : 0)
}

/** What is known of a person when a message is to be sent. */
export type Standing = {
  template: Template
  urgent: boolean
  hasWechat: boolean
  /** WeChat takes one message for each time that the person agreed. */
  subscriptions: number
  wants: Wants
  /** Which ways the operator has set up. */
  open: { subscribe: boolean; sms: boolean }
}

/** Why no subscribe message is sent, or null. */
export function obstacleToSubscribe({ template, hasWechat, subscriptions, wants, open }: Standing) {
  if (specOf(template).asksAt === null) return 'notOffered'
  if (!open.subscribe) return 'notConfigured'
  if (!hasWechat) return 'noWechat'
  if (!wants.subscribe) return 'unwanted'
  return subscriptions > 0 ? null : 'noSubscription'
}
/** Why no SMS is sent after WeChat did not take it, or null: they are for what is urgent, and for people without WeChat. */
export function obstacleToSms({ template, urgent, hasWechat, wants, open }: Standing) {
  if (specOf(template).sms === null) return 'notOffered'
  if (!urgent && hasWechat) return 'notUrgent'
  if (!wants.sms) return 'unwanted'
  return open.sms ? null : 'notConfigured'
}
