import { fireEvent, screen, waitFor } from '@testing-library/react'
import {
  endAtCounter,
  findHelped,
  helpedPerson,
  undoAtCounter,
} from '@tmt/shared/helping/counter-contract.ts'
import { recordHelp, undoByCode } from '@tmt/shared/helping/contract.ts'
import { beforeEach, describe, expect, it } from 'vitest'
import { division, me } from '../../test/people.ts'
import { press } from '../../test/press.ts'
import { draw, problem, sentTo, serve } from '../../test/render.tsx'
import { host } from '../../test/taro.ts'
import { endSession, startSession } from '../platform/session.ts'
import Record from './pages/counter/index.tsx'
import Person from './pages/person/index.tsx'
import Undo from './pages/undo/index.tsx'

const ID = '01999999-0000-7000-8000-000000000031'
const type = (label: string | RegExp, value: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value } })

beforeEach(() => {
  endSession()
})

describe('凭撤销码撤销', () => {
  it('undoes without an account, and says what', async () => {
    serve([undoByCode, { data: { did: '报名', title: '太极拳入门课', undoneAt: 1 } }])
    draw(<Undo />)
    type(/^撤销码/, '12345678')
    type(/^您手机号后四位/, '0009')
    await press('撤销')
    expect(await screen.findByText(/撤销了：报名，太极拳入门课/)).toBeTruthy()
    expect(sentTo(undoByCode)).toHaveLength(1)
  })

  it('says what is missing, and the server’s reason', async () => {
    const refused = problem('codeExpired', 409, '这个撤销码过期了')
    serve([undoByCode, { status: 409, data: { ...refused, detail: '报名：剪纸课' } }])
    draw(<Undo />)
    type(/^撤销码/, '123')
    await press('撤销')
    expect(await screen.findByText('请填短信里的 8 位撤销码')).toBeTruthy()
    expect(screen.getByText('请填您手机号的最后 4 位数字')).toBeTruthy()
    type(/^撤销码/, '12345678')
    type(/^您手机号后四位/, '0009')
    await press('撤销')
    expect(await screen.findByText(/这个撤销码过期了。报名：剪纸课/)).toBeTruthy()
  })
})

describe('窗口查帮办', () => {
  const person = (conflict: 'relative' | 'declareFirst' | null = null) => ({
    data: {
      name: '演示母亲',
      phone: '199****0009',
      helpedBy: [
        {
          id: ID,
          name: '演示女儿',
          phone: '199****0001',
          kinship: 'child' as const,
          channel: 'code' as const,
          beganAt: Date.now(),
          endsAt: null,
          conflict,
        },
      ],
      acts: [
        {
          id: ID,
          at: Date.now(),
          helper: '演示女儿（尾号 0001）',
          kinship: 'child' as const,
          did: '报名',
          title: '剪纸课',
          undoable: true,
          undoneAt: null,
          conflict,
        },
      ],
    },
  })
  async function find() {
    const drawn = draw(<Person />)
    type(/^本人的手机号/, '19900000009')
    await press('查谁能替他办')
    return drawn
  }

  it('finds by the whole number, ends and undoes with a reason', async () => {
    startSession('t', me(['worker']))
    serve(
      [findHelped, { data: { personId: ID } }],
      [helpedPerson, person()],
      [endAtCounter, { data: { ok: true } }],
      [undoAtCounter, { data: { ok: true } }],
    )
    await find()
    await press('结束帮办：演示女儿')
    await press('结束帮办')
    expect(await screen.findByText('请写本人怎么说的，至少 2 个字')).toBeTruthy()
    expect(sentTo(endAtCounter)).toHaveLength(0)
    type(/^理由/, '本人要求')
    await press('结束帮办')
    await waitFor(() => expect(sentTo(endAtCounter)).toHaveLength(1))
    await waitFor(() => expect(screen.queryByLabelText(/^理由/)).toBeNull())
    await press('撤销：报名，剪纸课')
    type(/^理由/, '本人要求')
    await press('撤销')
    await waitFor(() => expect(sentTo(undoAtCounter)).toHaveLength(1))
    expect(sentTo(findHelped)[0]!.url).not.toContain('19900000009')
  })

  it('says why it is a colleague’s to do, and to declare first', async () => {
    startSession('t', me(['worker']))
    serve([findHelped, { data: { personId: ID } }], [helpedPerson, person('declareFirst')])
    await find()
    expect(await screen.findAllByRole('button', { name: '去申报近亲属' })).toHaveLength(2)
    expect(screen.queryByRole('button', { name: /^结束帮办/ })).toBeNull()
  })

  it('says that nobody of this place has the number, and is for workers alone', async () => {
    startSession('t', me(['worker']))
    const title = '本村（社区）没有登记过这个手机号'
    serve([findHelped, { status: 409, data: problem('notHere', 409, title) }])
    const { unmount } = await find()
    expect(await screen.findByText(title)).toBeTruthy()
    unmount()
    endSession()
    startSession('t', me(['committee']))
    draw(<Person />)
    expect(screen.getByText('这里给社区窗口用')).toBeTruthy()
  })
})

describe('登记监护人', () => {
  it('asks for the day of birth and the guardian’s own consent, and says when it ends', async () => {
    host.params = { community: division().code, person: ID }
    startSession('t', me(['worker']))
    const made = {
      id: ID,
      name: '演示孩子',
      phone: '199****0009',
      kinship: 'guardian' as const,
      channel: 'counter' as const,
      beganAt: 0,
      endsAt: Date.UTC(2033, 5, 7),
    }
    serve([recordHelp, { data: made }])
    draw(<Record />)
    expect(screen.queryByLabelText(/^孩子的出生日期/)).toBeNull()
    type(/^帮忙人的手机号/, '19900000001')
    fireEvent.click(screen.getByRole('radio', { name: '监护人' }))
    fireEvent.input(await screen.findByLabelText(/^孩子的出生日期/), { target: { value: '20150607' } })
    fireEvent.click(screen.getByRole('switch', { name: /^监护人单独同意/ }))
    fireEvent.click(screen.getByRole('switch', { name: /^本人当面同意/ }))
    await press('登记')
    expect(await screen.findByText(/2033-06-07 满 18 周岁/)).toBeTruthy()
    expect(JSON.stringify(sentTo(recordHelp)[0]!.data)).toContain('20150607')
  })
})
