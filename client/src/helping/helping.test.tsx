import { fireEvent, screen, waitFor } from '@testing-library/react'
import { mySignup, signUp } from '@tmt/shared/activities/signup-contract.ts'
import {
  beginHelp,
  endHelp,
  type Help,
  type HelpedAct,
  helpedActs,
  myHelps,
  sendHelpCode,
  undoHelpedAct,
} from '@tmt/shared/helping/contract.ts'
import { setName } from '@tmt/shared/people/contract.ts'
import { beforeEach, describe, expect, it } from 'vitest'
import { me } from '../../test/people.ts'
import { press } from '../../test/press.ts'
import { draw, problem, sentTo, serve } from '../../test/render.tsx'
import Taro, { host } from '../../test/taro.ts'
import { call } from '../platform/call.ts'
import { helpingHere, startHelping } from '../platform/helping.ts'
import { keyFor } from '../platform/intentions.ts'
import { endSession, startSession } from '../platform/session.ts'
import { Page } from '../ui/Page'
import Acts from './pages/acts/index.tsx'
import Mine from './pages/mine/index.tsx'

const ID = '01999999-0000-7000-8000-000000000031'
const help = (more: Partial<Help> = {}): Help => ({
  id: ID,
  name: '演示母亲',
  phone: '199****0009',
  kinship: 'child',
  channel: 'code',
  beganAt: Date.now(),
  endsAt: null,
  ...more,
})
const helps = (helping: Help[], helpedBy: Help[] = []) => ({ data: { helping, helpedBy, most: 5 } })
const acting = { help: ID, name: '演示母亲' }

beforeEach(() => {
  endSession()
  startSession('t', me())
})

describe('acting in somebody’s place', () => {
  it('is said by the header, for what may be done so and nothing else', async () => {
    serve([signUp, { data: {} }], [setName, { data: {} }], [mySignup, { data: {} }])
    startHelping(acting)
    await call(signUp, { id: ID })
    await call(mySignup, { id: ID })
    await call(setName, { name: '甲' })
    const sent = [signUp, mySignup, setName].map((one) => sentTo(one)[0]!.header?.['X-Help'])
    expect(sent).toEqual([ID, ID, undefined])
  })

  it('is another act than the same in my own name', () => {
    const own = keyFor(signUp, { id: ID })
    startHelping(acting)
    expect(keyFor(signUp, { id: ID })).not.toBe(own)
  })

  it('is said on every page, and ended there; also by leaving', async () => {
    startHelping(acting)
    const drawn = draw(<Page title="页">内容</Page>)
    expect(screen.getByText('正在帮 演示母亲 办理')).toBeTruthy()
    await press(/^结束/)
    await waitFor(() => expect(screen.queryByText('正在帮 演示母亲 办理')).toBeNull())
    drawn.unmount()
    startHelping(acting)
    endSession()
    expect(helpingHere()).toBeNull()
    expect(host.store.get('helping') ?? '').not.toContain(ID)
  })
})

describe('帮家人办', () => {
  it('begins by the code that the other one got', async () => {
    let now = helps([])
    const code = { data: { expiresAt: Date.now() + 600_000, resendAt: Date.now(), demoCode: '123456' } }
    serve(
      [sendHelpCode, code],
      [beginHelp, () => ((now = helps([help()])), { data: help() })],
      [myHelps, () => now],
    )
    draw(<Mine />)
    fireEvent.input(await screen.findByLabelText('他的手机号'), { target: { value: '19900000009' } })
    await press('给他发验证码')
    expect(await screen.findByText(/验证码是 123456/)).toBeTruthy()
    fireEvent.input(screen.getByLabelText('他收到的验证码'), { target: { value: '123456' } })
    await press('开始帮他办')
    expect(await screen.findByText('请选您是他的什么人')).toBeTruthy()
    expect(sentTo(beginHelp)).toHaveLength(0)
  })

  it('chooses whom I act for', async () => {
    serve([myHelps, helps([help()])])
    draw(<Mine />)
    await press('帮他办：演示母亲')
    expect(helpingHere()).toEqual(acting)
    expect(Taro.switchTab).toHaveBeenCalledWith({ url: '/tabs/activities/index' })
  })

  it('ends it from either side, and stops acting with it', async () => {
    startHelping(acting)
    serve(
      [endHelp, { data: { ok: true } }],
      [myHelps, helps([help()], [help({ id: `${ID.slice(0, -1)}2`, name: '演示女儿' })])],
    )
    draw(<Mine />)
    expect(await screen.findByRole('button', { name: '不让他再帮：演示女儿' })).toBeTruthy()
    await press('以后不帮了：演示母亲')
    await press('以后不帮了')
    await waitFor(() => expect(helpingHere()).toBeNull())
    expect(sentTo(endHelp)[0]!.url).toContain(ID)
  })

  it('says to sign in, and what failed', async () => {
    serve([myHelps, 'offline'])
    const { unmount } = draw(<Mine />)
    expect(await screen.findByText(/没有连上网络|没有网络/)).toBeTruthy()
    unmount()
    endSession()
    draw(<Acts />)
    expect(screen.getByText('请先登录')).toBeTruthy()
    expect(sentTo(helpedActs)).toHaveLength(0)
  })
})

describe('别人替我办的', () => {
  const act = (more: Partial<HelpedAct> = {}): HelpedAct => ({
    id: ID,
    at: Date.now(),
    helper: '演示女儿（尾号 0001）',
    kinship: 'child',
    did: '报名',
    title: '太极拳入门课',
    undoable: true,
    undoneAt: null,
    ...more,
  })
  const page = (...items: HelpedAct[]) => ({ data: { items, next: null } })

  it('undoes what can be undone, and says why not', async () => {
    let now = page(act())
    serve(
      [undoHelpedAct, () => ((now = page(act({ undoable: false, undoneAt: 1 }))), { data: act() })],
      [helpedActs, () => now],
    )
    draw(<Acts />)
    await press('撤销：报名，太极拳入门课')
    await press('撤销')
    expect(await screen.findByText(/已撤销/)).toBeTruthy()
  })

  it('says the server’s reason in the sheet', async () => {
    const title = '这件事后来有了变化'
    serve([undoHelpedAct, { status: 409, data: problem('tooLate', 409, title) }], [helpedActs, page(act())])
    draw(<Acts />)
    await press('撤销：报名，太极拳入门课')
    await press('撤销')
    expect(await screen.findByText(title)).toBeTruthy()
  })

  it('says what is past undoing, and when there is nothing', async () => {
    serve([helpedActs, page(act({ undoable: false }))])
    const { unmount } = draw(<Acts />)
    expect(await screen.findByText(/不能再撤销/)).toBeTruthy()
    unmount()
    serve([helpedActs, page()])
    draw(<Acts />)
    expect(await screen.findByText('还没有别人替您办过')).toBeTruthy()
  })
})
