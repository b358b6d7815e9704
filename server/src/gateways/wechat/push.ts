import { createCipheriv, createDecipheriv, createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { z } from 'zod/mini'
import { MediaPush } from './answers.ts'
import type { ContentVerdict } from './gateway.ts'

/** As set under 消息推送 of the mini-program: the token, and the EncodingAESKey (43 characters) in safe mode. */
export type PushKeys = { appId: string; token: string; aesKey: string | null }
export type PushQuery = {
  signature?: string | undefined
  timestamp?: string | undefined
  nonce?: string | undefined
  msg_signature?: string | undefined
}
/** `verdict` is null when WeChat could not look at the picture. */
export type MediaVerdict = { traceId: string; verdict: ContentVerdict | null }

const Sealed = z.object({ Encrypt: z.string().check(z.maxLength(100_000)) })
const BLOCK = 32

/** WeChat's proof that it is WeChat: SHA-1 over the sorted parts, the token among them. */
export function signPush(...parts: string[]) {
  return createHash('sha1').update(parts.toSorted().join('')).digest('hex')
}
function same(given: string | undefined, right: string) {
  const [one, other] = [Buffer.from(given ?? ''), Buffer.from(right)]
  return one.length === other.length && timingSafeEqual(one, other)
}
/** Whether a push comes from somebody who knows the token. The body is not covered: safe mode covers it. */
export function isFromWechat({ token }: PushKeys, { signature, timestamp = '', nonce = '' }: PushQuery) {
  return same(signature, signPush(token, timestamp, nonce))
}

const keyOf = (aesKey: string) => Buffer.from(`${aesKey}=`, 'base64')

/** Safe mode: AES-256-CBC of 16 random bytes, the length, the message and the app id, padded to 32. */
export function sealPush({ appId, aesKey }: PushKeys, message: string) {
  const key = keyOf(aesKey!)
  const body = Buffer.from(message)
  const length = Buffer.alloc(4)
  length.writeUInt32BE(body.length)
  const plain = Buffer.concat([randomBytes(16), length, body, Buffer.from(appId)])
  const missing = BLOCK - (plain.length % BLOCK)
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
  return Buffer.concat([
    cipher.update(plain),
    cipher.update(Buffer.alloc(missing, missing)),
    cipher.final(),
  ]).toString('base64')
}
/** Null when it was sealed under another key or for another mini-program. */
export function unsealPush({ appId, aesKey }: PushKeys, sealed: string): string | null {
  const key = keyOf(aesKey!)
  try {
    const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
    const padded = Buffer.concat([decipher.update(Buffer.from(sealed, 'base64')), decipher.final()])
    const plain = padded.subarray(0, padded.length - padded.at(-1)!)
    const end = 20 + plain.readUInt32BE(16)
    return plain.subarray(end).toString() === appId ? plain.subarray(20, end).toString() : null
  } catch {
    return null
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/**
 * Reads a push in JSON, as 消息推送 is set to send it.
 * - `forged`: the signature is wrong, or in safe mode the message is not sealed under our key
 * - `other`: from WeChat, and nothing that we wait for
 */
export function readPush(keys: PushKeys, query: PushQuery, body: string): MediaVerdict | 'forged' | 'other' {
  if (!isFromWechat(keys, query)) return 'forged'
  let message = body
  if (keys.aesKey !== null) {
    const sealed = Sealed.safeParse(parse(body))
    if (!sealed.success) return 'forged'
    const { timestamp = '', nonce = '', msg_signature } = query
    if (!same(msg_signature, signPush(keys.token, timestamp, nonce, sealed.data.Encrypt))) return 'forged'
    const opened = unsealPush(keys, sealed.data.Encrypt)
    if (opened === null) return 'forged'
    message = opened
  }
  const push = MediaPush.safeParse(parse(message))
  if (!push.success || push.data.appid !== keys.appId) return 'other'
  const { trace_id: traceId, errcode = 0, result } = push.data
  const usable = errcode === 0 && result !== undefined
  return { traceId, verdict: usable ? { suggest: result.suggest, label: Number(result.label) } : null }
}
