import { screen, waitFor } from '@testing-library/react'
import { getDivision } from '@tmt/shared/divisions/contract.ts'
import { listPlaces } from '@tmt/shared/divisions/place-contract.ts'
import { correctNotice, createNotice, editNotice, managedNotice } from '@tmt/shared/notices/staff-contract.ts'
import { beforeEach, describe, expect, it } from 'vitest'
import { managed, NOTICE } from '../../../../test/notices.ts'
import { division, me } from '../../../../test/people.ts'
import { press, write } from '../../../../test/press.ts'
import { draw, problem, sentTo, serve } from '../../../../test/render.tsx'
import Taro, { host } from '../../../../test/taro.ts'
import { remember } from '../../../platform/storage.ts'
import { endSession, startSession } from '../../../platform/session.ts'
import { formOf } from '../../parts/form-value.ts'
import Edit from './index.tsx'

const place = '321202001001'
const field = (label: RegExp | string) => screen.getByLabelText<HTMLInputElement>(label)
const detail = {
  division: division(),
  path: [],
  answeredBy: division(),
  phone: '0523-00000101',
  counter: '演示窗口',
  demo: true,
}
const desk = [getDivision, { data: detail }] as const
/** What a form holds that was written before: it lies in the drafts of this person. */
const written = (person: { id: string }, key: string, more: object = {}) =>
  remember('drafts', {
    [`${person.id}:${key}`]: { at: Date.now(), value: { ...formOf(managed()), version: null, ...more } },
  })

beforeEach(() => {
  endSession()
})

describe('a new notice', () => {
  const committee = me(['committee'])
  beforeEach(() => {
    startSession('t', committee)
    host.params = { division: place }
  })

  it('names every field that is missing, and proposes the counter’s telephone', async () => {
    serve([...desk])
    draw(<Edit />)
    await press('发布')
    expect(screen.getByText('请选一类')).toBeTruthy()
    expect(screen.getByText('请写标题，2 到 30 个字')).toBeTruthy()
    expect(screen.getByText('请选挂到什么时候')).toBeTruthy()
    expect(screen.getByText(/^有 4 处要改：/)).toBeTruthy()
    expect(field(/^联系电话/).value).toBe('0523-00000101')
    expect(sentTo(createNotice)).toHaveLength(0)
  })

  it('shows what will go out while it is written', async () => {
    serve([...desk])
    draw(<Edit />)
    await write(/^标题/, '4号楼停电')
    expect(screen.getAllByText('4号楼停电').length).toBeGreaterThan(0)
    screen.getByRole('radio', { name: '广播' }).click()
    expect((await screen.findByText(/^各位居民请注意。/)).textContent).toContain('四号楼停电')
    screen.getByRole('radio', { name: '打印' }).click()
    expect(await screen.findByText('存好后这里是二维码')).toBeTruthy()
  })

  it('is published with what was typed, without what was left open, and the draft is gone', async () => {
    written(committee, `notice:new:${place}`, { startsAt: null, endsAt: null, phone: '' })
    serve([...desk], [createNotice, { data: managed() }])
    const page = draw(<Edit />)
    expect(await screen.findByText('上次没写完的内容还在，可以接着写。')).toBeTruthy()
    await write(/^标题/, '交医保')
    await press('发布')
    await waitFor(() =>
      expect(Taro.redirectTo).toHaveBeenCalledWith({
        url: `/notices/pages/managed/index?id=${NOTICE}&said=published`,
      }),
    )
    const { url, data } = sentTo(createNotice)[0]!
    expect(url).toContain(`/divisions/${place}/notices`)
    expect(data).toMatchObject({ title: '交医保', publish: true, urgent: false })
    expect(JSON.parse(JSON.stringify(data))).not.toHaveProperty('phone')
    page.unmount()
    draw(<Edit />)
    expect((await screen.findByLabelText<HTMLInputElement>(/^标题/)).value).toBe('')
  })

  it('may be for some 小区 and grids and an age group; a group of nobody is told before it is sent', async () => {
    const garden = { code: `${place}-P000001`, kind: 'area', name: '演示花园', area: null, grid: null }
    const grid = { code: `${place}-001`, kind: 'grid', name: '第一网格', area: null, grid: null }
    const micro = { code: `${place}-001-001`, kind: 'microGrid', name: '南片', area: null, grid: grid.code }
    const closed = `${place}-009`
    written(committee, `notice:new:${place}`, { places: [closed] })
    serve(
      [...desk],
      [listPlaces, { data: { items: [garden, grid, micro] } }],
      [createNotice, { data: managed() }],
    )
    draw(<Edit />)
    const pick = async (name: RegExp) => (await screen.findByRole('switch', { name })).click()
    await pick(/^演示花园/)
    await pick(/^第一网格/)
    await pick(/^第一网格/)
    await pick(/^已停用的小区或网格/)
    expect(screen.queryByRole('switch', { name: /^南片/ })).toBeNull()
    await write(/^只给多少岁以上/, '80')
    await write(/^只给多少岁以下/, '60')
    await press('发布')
    expect(screen.getByText(createNotice.refusals.agesOutOfOrder.title)).toBeTruthy()
    await write(/^只给多少岁以下/, '')
    expect(await screen.findByText('面向 演示花园，80 岁以上')).toBeTruthy()
    await press('发布')
    await waitFor(() => expect(sentTo(createNotice)).toHaveLength(1))
    expect(sentTo(createNotice)[0]!.data).toMatchObject({ places: [garden.code], ageFrom: 80 })
    expect(JSON.parse(JSON.stringify(sentTo(createNotice)[0]!.data))).not.toHaveProperty('ageTo')
  })

  it('tells a person’s number before it is sent', async () => {
    written(committee, `notice:new:${place}`, { body: '有事打 19900000003。' })
    serve([...desk])
    draw(<Edit />)
    await press('发布')
    expect(screen.getByText(createNotice.refusals.privateNumber.title)).toBeTruthy()
    expect(sentTo(createNotice)).toHaveLength(0)
  })

  it('loses nothing when no answer comes', async () => {
    written(committee, `notice:new:${place}`)
    serve([...desk], [createNotice, 'offline'])
    const page = draw(<Edit />)
    await write(/^标题/, '4号楼停电')
    await press('发布')
    expect(await screen.findByText(/您填写的内容还在/)).toBeTruthy()
    page.unmount()
    draw(<Edit />)
    expect((await screen.findByLabelText<HTMLInputElement>(/^标题/)).value).toBe('4号楼停电')
  })

  it('a worker stores a draft; a resident and a town do not write for a community', async () => {
    startSession('t', me(['worker']))
    serve([...desk])
    const page = draw(<Edit />)
    expect(await screen.findByRole('button', { name: '先存草稿' })).toBeTruthy()
    expect(screen.queryByRole('button', { name: '发布' })).toBeNull()
    page.unmount()
    for (const role of ['resident', 'town'] as const) {
      startSession('t', me([role]))
      const other = draw(<Edit />)
      expect(screen.getByText('您不能改这里的通知')).toBeTruthy()
      other.unmount()
    }
  })
})

describe('a change', () => {
  beforeEach(() => {
    host.params = { id: NOTICE }
  })

  it('of a draft is saved in place with the version that it was made from', async () => {
    startSession('t', me(['worker']))
    const draft = { status: 'draft' as const, publishedAt: null, version: 4 }
    serve(
      [managedNotice, { data: managed(draft) }],
      [editNotice, { data: managed({ ...draft, version: 5 }) }],
    )
    draw(<Edit />)
    expect(screen.queryByLabelText(/^改了什么/)).toBeNull()
    await write(/^标题/, '4号楼停水')
    await press('存草稿')
    await waitFor(() => expect(sentTo(editNotice)[0]?.data).toMatchObject({ title: '4号楼停水', version: 4 }))
    expect(sentTo(editNotice)[0]!.data).not.toHaveProperty('note')
  })

  it('of what is public is a correction that says what it changes', async () => {
    startSession('t', me(['committee']))
    serve([managedNotice, { data: managed() }], [correctNotice, { data: managed({ version: 2 }) }])
    draw(<Edit />)
    expect(await screen.findByText(/^原来的内容会留在“更正记录”里/)).toBeTruthy()
    await press('发布更正')
    expect(screen.getByText('请写改了什么，2 到 100 个字，居民会看到')).toBeTruthy()
    await write(/^改了什么/, '写错了楼号')
    await press('发布更正')
    expect(screen.getByText(correctNotice.refusals.nothingChanged.title)).toBeTruthy()
    await write(/^标题/, '4号楼停水')
    await press('发布更正')
    await waitFor(() =>
      expect(Taro.redirectTo).toHaveBeenCalledWith({
        url: `/notices/pages/managed/index?id=${NOTICE}&said=corrected`,
      }),
    )
    expect(sentTo(correctNotice)[0]!.data).toMatchObject({
      note: '写错了楼号',
      title: '4号楼停水',
      version: 1,
    })
  })

  it('is for the committee once it is public', async () => {
    startSession('t', me(['worker']))
    serve([managedNotice, { data: managed() }])
    draw(<Edit />)
    expect(await screen.findByText('您不能改这里的通知')).toBeTruthy()
  })

  it('that a colleague was faster with asks which one to keep', async () => {
    startSession('t', me(['committee']))
    let version = 1
    serve(
      [
        managedNotice,
        () => ({ data: managed({ version, title: version === 1 ? '3号楼停水' : '同事改的' }) }),
      ],
      [correctNotice, () => ((version = 2), { status: 409, data: problem('stale', 409, '刚被同事改过') })],
    )
    draw(<Edit />)
    await write(/^改了什么/, '写错了楼号')
    await write(/^标题/, '我改的')
    await press('发布更正')
    expect(await screen.findByText(/改过了：可能是同事改的/)).toBeTruthy()
    await press('用我写的')
    await waitFor(() => expect(field(/^标题/).value).toBe('我改的'))
    await press('发布更正')
    await waitFor(() =>
      expect(sentTo(correctNotice).at(-1)!.data).toMatchObject({ version: 2, title: '我改的' }),
    )
  })
})
