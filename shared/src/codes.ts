import { z } from 'zod/mini'

/** UUID version 7: time-ordered, so that indexes grow at one end. */
export const Id = z.string().check(z.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/))
/** 12-digit statistical division code: county 6 + town 3 + village 3 (《统计用区划代码》). */
export const DivisionCode = z.string().check(z.regex(/^3212\d{8}$/))
/** Mainland mobile number. */
export const Phone = z.string().check(z.regex(/^1[3-9]\d{9}$/))
/** Epoch milliseconds, UTC. */
export const Instant = z.int().check(z.minimum(0), z.maximum(8_640_000_000_000_000))

/** Trimmed, visible text of limited length: no control characters but line breaks, not blank. */
export function text(max: number, min = 1) {
  return z.string().check(
    z.maxLength(max),
    z.refine((s) => s.trim().length >= min && !/[\u0000-\u0009\u000b-\u001f\u007f]/.test(s)),
  )
}

export function maskPhone(phone: string) {
  return `${phone.slice(0, 3)}****${phone.slice(-4)}`
}
