import { z } from 'zod/mini'

/** UUID version 7: time-ordered, so that indexes grow at one end. */
export const Id = z.string().check(z.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/))
/** 12-digit statistical division code: county 6 + town 3 + village 3 (《统计用区划代码》). */
export const DivisionCode = z.string().check(z.regex(/^3212\d{8}$/))
/** Mainland mobile number. */
export const Phone = z.string().check(z.regex(/^1[3-9]\d{9}$/))
/** Epoch milliseconds, UTC, up to the end of 9999: a year has four digits. */
export const Instant = z.int().check(z.minimum(0), z.maximum(253_402_300_799_999))

/** Control characters but the line break, and what turns the direction of writing: they show other words than are stored. */
const unusable = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/
/** What a reader does not see: white space, joiners, fillers. */
const invisible = /[\s\u00ad\u115f\u1160\u200b-\u200f\u2060-\u2065\u2800\u3164\ufeff\uffa0]/g

/** At most `max` characters (code points), at least `min` of which a reader sees; spaces at the ends are the caller's to trim. */
export function text(max: number, min = 1) {
  return z.string().check(
    z.maxLength(max),
    z.refine((s) => s.replace(invisible, '').length >= min, min < 2 ? '请填写' : `至少 ${min} 个字`),
    z.refine((s) => !unusable.test(s), '有不能使用的字符'),
  )
}

export function maskPhone(phone: string) {
  return `${phone.slice(0, 3)}****${phone.slice(-4)}`
}
