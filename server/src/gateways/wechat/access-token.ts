/** `expiresIn` in seconds. */
type IssuedToken = { token: string; expiresIn: number }
type AccessTokens = {
  /** A token good for some minutes more; whoever asks during a refresh shares that one. */
  get(): Promise<string>
  /** Forget this token, which WeChat refused; another that came meanwhile stays. */
  drop(refused: string): void
}

/**
 * WeChat hands out the next token from five minutes before the end, and for those five minutes honours both.
 * Asking at four leaves a minute for clocks that disagree.
 */
const MARGIN = 240

/**
 * Keeps one access token in memory. Several processes need no common place for it: stable_token, in its
 * normal mode, gives them all the same one. `fetchToken` failing fails those who wait, and the next ask anew.
 */
export function createAccessTokens(fetchToken: () => Promise<IssuedToken>, now: () => number): AccessTokens {
  let kept: { token: string; freshUntil: number } | null = null
  let refresh: Promise<string> | null = null

  async function renew() {
    const asked = now()
    const { token, expiresIn } = await fetchToken()
    kept = { token, freshUntil: asked + Math.max(expiresIn - MARGIN, expiresIn / 2) * 1000 }
    return token
  }

  return {
    async get() {
      if (kept && now() < kept.freshUntil) return kept.token
      refresh ??= renew().finally(() => {
        refresh = null
      })
      return refresh
    },
    drop(refused) {
      if (kept?.token === refused) kept = null
    },
  }
}
