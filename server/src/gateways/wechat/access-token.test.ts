import { describe, expect, it } from 'vitest'
import { createAccessTokens } from './access-token.ts'
import { createClock } from './testing/bench.ts'

function numbered(expiresIn: number) {
  const clock = createClock()
  let fetched = 0
  const tokens = createAccessTokens(async () => {
    fetched += 1
    return { token: `token ${fetched}`, expiresIn }
  }, clock.now)
  return { clock, tokens }
}

describe('the kept access token', () => {
  it('outlives the refusal of one before it', async () => {
    const { tokens } = numbered(7200)
    const first = await tokens.get()
    tokens.drop(first)
    expect(await tokens.get()).toBe('token 2')
    tokens.drop(first)
    expect(await tokens.get()).toBe('token 2')
  })

  it('is kept for half its life when that is short', async () => {
    const { clock, tokens } = numbered(300)
    expect(await tokens.get()).toBe('token 1')
    clock.forward(149_999)
    expect(await tokens.get()).toBe('token 1')
    clock.forward(1)
    expect(await tokens.get()).toBe('token 2')
  })
})
