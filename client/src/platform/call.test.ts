import { listActivities } from '@tmt/shared/activities/contract.ts'
import { getActivity } from '@tmt/shared/activities/detail-contract.ts'
import { cancelSignup, signUp } from '@tmt/shared/activities/signup-contract.ts'
import { createActivity } from '@tmt/shared/activities/staff-contract.ts'
import { getMe } from '@tmt/shared/people/contract.ts'
import { beforeEach, describe, expect, it } from 'vitest'
import { me } from '../../test/people.ts'
import { problem, serve } from '../../test/render.tsx'
import { host } from '../../test/taro.ts'
import { call } from './call.ts'
import { isUnsettled, Refused, sayError, Unreachable } from './errors.ts'
import { endSession, startSession, useSession } from './session.ts'

const id = '01999999-0000-7000-8000-000000000001'
beforeEach(() => endSession())
const failure = (promise: Promise<unknown>) =>
  promise.then(
    () => expect.fail('it went through'),
    (e: unknown) => e,
  )

describe('the request', () => {
  it('fills path parameters and puts the rest of a query behind it', async () => {
    serve([listActivities, { data: { items: [], next: null } }])
    await call(listActivities, { division: '321202001001', when: 'past', category: undefined })
    expect(host.sent[0]).toMatchObject({
      method: 'GET',
      url: '/api/activities?division=321202001001&when=past',
    })
    expect(host.sent[0]!.data).toBeUndefined()
  })

  it('sends what is not in the path as the body of a command, once', async () => {
    serve([createActivity, { data: { id } }])
    await call(createActivity, { communityId: '321202001001', title: '太极拳', publish: false } as never)
    expect(host.sent[0]).toMatchObject({
      method: 'POST',
      url: '/api/communities/321202001001/activities',
      data: { title: '太极拳', publish: false },
    })
    expect(host.sent[0]!.data).not.toHaveProperty('communityId')
  })

  it('sends no body where the contract has none', async () => {
    serve([cancelSignup, { data: {} }])
    await call(cancelSignup, { id })
    expect(host.sent[0]).toMatchObject({ method: 'DELETE', url: `/api/activities/${id}/signups/mine` })
    expect(host.sent[0]!.data).toBeUndefined()
    expect(host.sent[0]!.header).not.toHaveProperty('Content-Type')
  })

  it('escapes a parameter, and refuses to send half an address', async () => {
    serve([getActivity, { data: {} }])
    await call(getActivity, { id: 'a/b?c' })
    expect(host.sent[0]!.url).toBe('/api/activities/a%2Fb%3Fc')
    await expect(call(getActivity, { id: '' })).rejects.toThrow('id is missing')
  })

  it('bears the token, and an idempotency key on commands alone', async () => {
    startSession('t-1', me())
    serve([signUp, { data: {} }], [getMe, { data: me() }])
    await call(signUp, { id }, { idempotencyKey: 'key-1' })
    await call(signUp, { id })
    await call(getMe, {})
    const [first, second, query] = host.sent.map((sent) => sent.header)
    expect(first).toMatchObject({ Authorization: 'Bearer t-1', 'Idempotency-Key': 'key-1' })
    expect(second!['Idempotency-Key']).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    )
    expect(query).toEqual({ Authorization: 'Bearer t-1' })
  })
})

describe('an answer that says no', () => {
  it('becomes Refused with everything the problem holds', async () => {
    const fields = [{ path: 'title', message: '请填写' }]
    serve([
      signUp,
      {
        status: 409,
        data: problem('full', 409, '名额已满', { detail: '可打 12345', retryAfter: 5, fields }),
      },
    ])
    const error = await failure(call(signUp, { id }))
    expect(error).toBeInstanceOf(Refused)
    expect(error).toMatchObject({
      code: 'full',
      status: 409,
      title: '名额已满',
      detail: '可打 12345',
      retryAfter: 5,
      fields: { title: '请填写' },
    })
  })

  it('is read from text too, and from a proxy that knows no problem+json', async () => {
    serve([signUp, { status: 409, data: JSON.stringify(problem('closed', 409, '报名已截止')) }])
    expect(await failure(call(signUp, { id }))).toMatchObject({ code: 'closed' })
    serve([signUp, { status: 502, data: '<html>bad gateway</html>' }])
    expect(await failure(call(signUp, { id }))).toMatchObject({ code: 'unavailable', status: 503 })
  })

  it('signs out on 401, unless another session has begun meanwhile', async () => {
    startSession('old', me())
    serve([
      getMe,
      () => (startSession('new', me()), { status: 401, data: problem('notSignedIn', 401, '请先登录') }),
    ])
    expect(await failure(call(getMe, {}))).toMatchObject({ code: 'notSignedIn' })
    expect(useSession.getState()).toMatchObject({ token: 'new', expired: false })
    serve([getMe, { status: 401, data: problem('notSignedIn', 401, '请先登录') }])
    await failure(call(getMe, {}))
    expect(useSession.getState()).toMatchObject({ token: null, me: null, expired: true })
  })
})

describe('no answer', () => {
  it('becomes Unreachable, whose outcome is unknown', async () => {
    serve([signUp, 'offline'])
    const error = await failure(call(signUp, { id }))
    expect(error).toBeInstanceOf(Unreachable)
    expect(isUnsettled(error)).toBe(true)
    expect(sayError(error)).toContain('没有连上网络')
  })
})
