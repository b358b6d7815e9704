import { act, screen, waitFor } from '@testing-library/react'
import { createSeries } from '@tmt/shared/activities/series-contract.ts'
import { createActivity, editActivity, managedActivity } from '@tmt/shared/activities/staff-contract.ts'
import { DAY } from '@tmt/shared/time.ts'
import { beforeEach, describe, expect, it } from 'vitest'
import { activity, ID } from '../../../../test/activities.ts'
import { me } from '../../../../test/people.ts'
import { press, write } from '../../../../test/press.ts'
import { draw, problem, sentTo, serve } from '../../../../test/render.tsx'
import Taro, { host } from '../../../../test/taro.ts'
import { remember } from '../../../platform/storage.ts'
import { endSession, startSession } from '../../../platform/session.ts'
import { formOf } from '../../parts/form-value.ts'
import Edit from './index.tsx'

const place = '321202001001'
const person = me(['worker'])
const field = (label: RegExp | string) => screen.getByLabelText<HTMLInputElement>(label)
/** What a form holds that was written before: it lies in the drafts of this person. */
const written = (key: string, more: object = {}) =>
  remember('drafts', {
    [`${person.id}:${key}`]: { at: Date.now(), value: { ...formOf(activity()), version: null, ...more } },
  })

beforeEach(() => {
  endSession()
  startSession('t', person)
})

describe('a new activity', () => {
  beforeEach(() => {
    host.params = { community: place }
  })

  it('names every field that is missing, at the field and beside the button', async () => {
    serve()
    draw(<Edit />)
    await press('发布')
    expect(screen.getByText('请写名称，2 到 40 个字')).toBeTruthy()
    expect(screen.getByText('请选一类')).toBeTruthy()
    expect(screen.getByText('请选开始时间')).toBeTruthy()
    expect(screen.getByText(/有 \d 处要改：名称、类别/)).toBeTruthy()
    expect(sentTo(createActivity)).toHaveLength(0)
  })

  it('is made several times at once, and a number that cannot be is said at its field', async () => {
    const kept = (key: string, value: object) => [`${person.id}:${key}:${place}`, { at: Date.now(), value }]
    const repeat = { every: 'week', times: '1', skipHolidays: true }
    remember(
      'drafts',
      Object.fromEntries([
        kept('activity:new', { ...formOf(activity()), version: null }),
        kept('activity:series', repeat),
      ]),
    )
    serve([createSeries, { data: { seriesId: ID, items: [], skipped: [] } }])
    draw(<Edit />)
    await press('发布')
    expect(screen.getByText('请写 2 到 26 之间的数')).toBeTruthy()
    await write('一共几次', '4')
    await press('发布')
    await waitFor(() =>
      expect(Taro.redirectTo).toHaveBeenCalledWith({
        url: `/activities/pages/manage/index?community=${place}`,
      }),
    )
    expect(sentTo(createSeries)[0]!.data).toMatchObject({ ...repeat, times: 4, publish: true })
  })

  it('is published with what was typed, and the draft is gone', async () => {
    written(`activity:new:${place}`, { title: '', capacity: '' })
    serve([createActivity, { data: activity() }])
    const page = draw(<Edit />)
    expect(screen.getByText('上次没写完的内容还在，可以接着写。')).toBeTruthy()
    await write('名称', '书法课')
    await write('名额', '25人')
    await press('发布')
    await waitFor(() =>
      expect(Taro.redirectTo).toHaveBeenCalledWith({
        url: `/activities/pages/managed/index?id=${ID}&said=published`,
      }),
    )
    expect(sentTo(createActivity)[0]!.url).toContain(`/communities/${place}/activities`)
    expect(sentTo(createActivity)[0]!.data).toMatchObject({ title: '书法课', capacity: 25, publish: true })
    expect(sentTo(createActivity)[0]!.data).not.toHaveProperty('version')
    page.unmount()
    draw(<Edit />)
    expect(field('名称').value).toBe('')
  })

  it('can wait as a draft, even with a start in the past; publishing it can’t', async () => {
    const startsAt = Date.now() - DAY
    written(`activity:new:${place}`, { startsAt, endsAt: startsAt + 3_600_000, signupClosesAt: startsAt })
    serve([createActivity, { data: activity({ status: 'draft' }) }])
    draw(<Edit />)
    await press('发布')
    expect(screen.getByText('开始时间要晚于现在')).toBeTruthy()
    expect(sentTo(createActivity)).toHaveLength(0)
    await press('先存草稿')
    await waitFor(() => expect(sentTo(createActivity)[0]?.data).toMatchObject({ publish: false }))
  })

  it('loses nothing when the server refuses or does not answer', async () => {
    written(`activity:new:${place}`)
    serve([
      createActivity,
      {
        status: 422,
        data: problem('invalidInput', 422, '有几处需要修改', {
          fields: [{ path: 'place', message: '没有这个地方' }],
        }),
      },
    ])
    const page = draw(<Edit />)
    await write('名称', '书法课')
    await press('发布')
    expect(await screen.findByText('没有这个地方')).toBeTruthy()
    serve([createActivity, 'offline'])
    await press('发布')
    expect(await screen.findByText(/没有连上网络/)).toBeTruthy()
    expect(field('名称').value).toBe('书法课')
    page.unmount()
    draw(<Edit />)
    expect(field('名称').value).toBe('书法课')
  })

  it('is for those who write for this community alone', async () => {
    startSession('t', me(['committee']))
    serve()
    draw(<Edit />)
    expect(screen.getByText('写活动的是社区工作者')).toBeTruthy()
    expect(screen.queryByRole('button', { name: '发布' })).toBeNull()
  })
})

describe('a change', () => {
  beforeEach(() => {
    host.params = { id: ID }
  })

  it('bears the version that it was made from', async () => {
    serve(
      [managedActivity, { data: activity({ version: 4 }) }],
      [editActivity, { data: activity({ version: 5 }) }],
    )
    draw(<Edit />)
    await write('名称', '太极拳提高课')
    await press(/^保存修改/)
    await waitFor(() =>
      expect(Taro.redirectTo).toHaveBeenCalledWith({
        url: `/activities/pages/managed/index?id=${ID}&said=changed`,
      }),
    )
    expect(sentTo(editActivity)[0]!.data).toMatchObject({ title: '太极拳提高课', version: 4 })
  })

  it('says at once that there can’t be fewer places than people', async () => {
    serve([managedActivity, { data: activity({ confirmed: 12 }) }])
    draw(<Edit />)
    await screen.findByLabelText('名额')
    await write('名额', '5')
    await press(/^保存修改/)
    expect(screen.getByText('名额不能少于已报名人数')).toBeTruthy()
    expect(sentTo(editActivity)).toHaveLength(0)
  })

  it('asks which of two versions to keep when a colleague was faster, and overwrites nothing unasked', async () => {
    let current = activity({ version: 1 })
    serve(
      [managedActivity, () => ({ data: current })],
      [
        editActivity,
        (sent) => {
          if (sent.data?.version === 2) return { data: activity({ version: 3 }) }
          current = { ...current, version: 2, title: '同事改的名称' }
          return { status: 409, data: problem('stale', 409, editActivity.refusals.stale.title) }
        },
      ],
    )
    draw(<Edit />)
    await write('名称', '我写的名称')
    await press(/^保存修改/)
    expect(await screen.findByText(/^您在写的时候，“同事改的名称”改过了/)).toBeTruthy()
    expect(field('名称').value).toBe('我写的名称')
    await press(/^保存修改/)
    expect(sentTo(editActivity)).toHaveLength(1)
    await press('用我写的')
    await press(/^保存修改/)
    await waitFor(() => expect(sentTo(editActivity)).toHaveLength(2))
    expect(sentTo(editActivity)[1]!.data).toMatchObject({ title: '我写的名称', version: 2 })
  })

  it('asks why before it tells people of another place, and keeps every limit that it did not show', async () => {
    const limited = activity({ version: 4, minAge: 60, householdLimit: 2, accessibility: ['lift'] })
    serve([managedActivity, { data: limited }], [editActivity, { data: { ...limited, version: 5 } }])
    draw(<Edit />)
    await write('地点', '三楼')
    await press(/^保存修改/)
    expect(sentTo(editActivity)).toHaveLength(0)
    await write(/^改时间、地点的原因/, '二楼在修')
    await press(/^保存修改/)
    await waitFor(() => expect(sentTo(editActivity)).toHaveLength(1))
    const { data } = sentTo(editActivity)[0]!
    expect(data).toMatchObject({ reason: '二楼在修', minAge: 60, householdLimit: 2, accessibility: ['lift'] })
    expect(data).not.toHaveProperty('maxAge')
  })

  /** The server does it, and the first answer is lost. */
  function losingTheFirst() {
    let current = activity({ version: 1 })
    const done = new Map<string, unknown>()
    serve(
      [managedActivity, () => ({ data: current })],
      [
        editActivity,
        ({ header, data }) => {
          const key = header['Idempotency-Key']!
          if (done.has(key)) return { data: done.get(key) }
          if (data?.version !== current.version)
            return { status: 409, data: problem('stale', 409, editActivity.refusals.stale.title) }
          current = { ...current, ...(data as object), version: current.version + 1 }
          done.set(key, current)
          return 'offline'
        },
      ],
    )
  }
  const told = () => screen.queryByText(/同事/)
  const arrived = () =>
    waitFor(() =>
      expect(Taro.redirectTo).toHaveBeenCalledWith({
        url: `/activities/pages/managed/index?id=${ID}&said=changed`,
      }),
    )

  it('is told as done, not as a colleague’s, when its lost answer is asked for again', async () => {
    losingTheFirst()
    draw(<Edit />)
    await write('名称', '我写的名称')
    await press(/^保存修改/)
    expect(await screen.findByText(/您填写的内容还在，连上网后再点一次就行，不会重复提交/)).toBeTruthy()
    await press(/^保存修改/)
    await arrived()
    const [lost, again] = sentTo(editActivity).map(({ header }) => header['Idempotency-Key'])
    expect(again).toBe(lost)
    expect(told()).toBeNull()
  })

  it('is told as done when the activity is read again before the next press', async () => {
    losingTheFirst()
    const { client } = draw(<Edit />)
    await write('名称', '我写的名称')
    await press(/^保存修改/)
    await screen.findByText(/不会重复提交/)
    await act(() => client.refetchQueries())
    await arrived()
    expect(sentTo(editActivity)).toHaveLength(1)
    expect(told()).toBeNull()
  })

  it('is what stands when the form is opened again, and nobody is asked about it', async () => {
    losingTheFirst()
    const page = draw(<Edit />)
    await write('名称', '我写的名称')
    await press(/^保存修改/)
    await screen.findByText(/不会重复提交/)
    page.unmount()
    draw(<Edit />)
    await waitFor(() => expect(field('名称').value).toBe('我写的名称'))
    expect(told()).toBeNull()
    expect(screen.queryByText(/上次没写完/)).toBeNull()
    await write('名称', '又改的名称')
    expect(told()).toBeNull()
  })
})
