import { randomBytes } from 'node:crypto'
import type { Errcode } from './answer.ts'

const LIFE = 7_200_000
/** From here to its end a token has a successor, and both are good. */
const OVERLAP = 300_000
/** A forced refresh sooner than this after the last one changes nothing. */
const FORCE_EVERY = 30_000
const KEPT = 1000

type Token = { value: string; appId: string; expiresAt: number; revoked: boolean }

/** Access tokens by the rules of 获取稳定版接口调用凭据; its daily quotas are not imitated. */
export function createTokens(now: () => number) {
  const tokens = new Map<string, Token>()
  const current = new Map<string, Token>()
  const forcedAt = new Map<string, number>()

  function create(appId: string) {
    const value = randomBytes(48).toString('base64url')
    const token = { value, appId, expiresAt: now() + LIFE, revoked: false }
    tokens.set(value, token)
    current.set(appId, token)
    const [oldest] = tokens.keys()
    if (tokens.size > KEPT && oldest !== undefined) tokens.delete(oldest)
    return token
  }

  function present(appId: string, force: boolean) {
    const token = current.get(appId)
    if (!token) return create(appId)
    if (force && now() - (forcedAt.get(appId) ?? Number.NEGATIVE_INFINITY) >= FORCE_EVERY) {
      forcedAt.set(appId, now())
      token.revoked = true
      return create(appId)
    }
    return token.expiresAt - now() <= OVERLAP ? create(appId) : token
  }

  return {
    /** WeChat's answer: the token in force, or its successor; `force` kills the one before. */
    issue(appId: string, force: boolean) {
      const { value, expiresAt } = present(appId, force)
      return { access_token: value, expires_in: Math.floor((expiresAt - now()) / 1000) }
    },
    /** Whose token it is. */
    check(value: string): { appId: string } | Errcode {
      const token = tokens.get(value)
      if (!token || token.revoked) return 40001
      return token.expiresAt <= now() ? 42001 : { appId: token.appId }
    },
    expireAll() {
      for (const token of tokens.values()) token.expiresAt = now()
    },
  }
}
export type Tokens = ReturnType<typeof createTokens>
