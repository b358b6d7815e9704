import { beforeEach, expect, it, vi } from 'vitest'
import { division, me } from '../../test/people.ts'
import { host } from '../../test/taro.ts'

const fresh = async () => {
  vi.resetModules()
  return import('./session.ts')
}
beforeEach(() => host.store.clear())

it('is the same person after a restart, and nobody after leaving', async () => {
  const first = await fresh()
  first.startSession('t-1', me(['worker']))
  first.workAt('321202001001')
  const second = await fresh()
  expect(second.useSession.getState()).toMatchObject({
    token: 't-1',
    place: '321202001001',
    me: { name: '演示甲' },
  })
  second.endSession()
  expect((await fresh()).useSession.getState()).toMatchObject({ token: null, me: null, place: null })
})

it('tells those who hold something personal, while the person is still known', async () => {
  const session = await fresh()
  session.startSession('t-1', me())
  const seen: (string | null)[] = []
  session.onLeave(() => seen.push(session.sessionToken()))
  session.endSession()
  expect(seen).toEqual(['t-1'])
})

it('leaves alone on the device who signed in meanwhile in another tab', async () => {
  const here = await fresh()
  here.startSession('t-1', me())
  const otherTab = await fresh()
  otherTab.startSession('t-2', me(['worker']))
  here.updateMe(me(['resident']))
  here.workAt('321202001001')
  expect(host.store.get('session')).toContain('t-2')
  here.expireSession('t-1')
  expect(here.useSession.getState()).toMatchObject({ token: null, expired: true })
  expect((await fresh()).useSession.getState().token).toBe('t-2')
})

it('does not sign in again on the device who left in another tab', async () => {
  const here = await fresh()
  here.startSession('t-1', me())
  const otherTab = await fresh()
  otherTab.endSession()
  here.updateMe(me(['resident']))
  expect((await fresh()).useSession.getState().token).toBeNull()
})

it('starts without memory where storage is forbidden', async () => {
  host.store.set('session', '{broken')
  expect((await fresh()).useSession.getState().token).toBeNull()
})

it('knows staff and residents by the roles that have not ended', async () => {
  const { residentOf, staffGrants } = await fresh()
  const now = 1_000_000
  const roles = [
    { role: 'resident' as const, division: division('321202001001'), until: null },
    { role: 'resident' as const, division: division('321202001002'), until: now },
    { role: 'worker' as const, division: division('321202001003'), until: now + 1 },
    { role: 'worker' as const, division: division('321202001004'), until: now - 1 },
  ]
  const person = me([], { roles })
  expect(residentOf(person, now)).toEqual(['321202001001'])
  expect(staffGrants(person, now).map((grant) => grant.division.code)).toEqual(['321202001003'])
  expect(staffGrants(null, now)).toEqual([])
})
