import { fireEvent, screen, waitFor } from '@testing-library/react'
import { type ConsentView } from '@tmt/shared/people/consent.ts'
import { PRIVACY_VERSION } from '@tmt/shared/people/privacy-version.ts'
import { notice } from '@tmt/shared/people/notice.ts'
import {
  exportMine,
  giveConsent,
  leave,
  listConsents,
  listStored,
  withdrawConsent,
} from '@tmt/shared/privacy/contract.ts'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { me } from '../../test/people.ts'
import { press } from '../../test/press.ts'
import { draw, problem, sentTo, serve } from '../../test/render.tsx'
import Taro, { host } from '../../test/taro.ts'
import { tellOperator } from '../platform/operator.ts'
import { remember } from '../platform/storage.ts'
import { endSession, startSession, useSession } from '../platform/session.ts'
import Consents from './pages/consents/index.tsx'
import Leave from './pages/leave/index.tsx'
import Notice from './pages/notice/index.tsx'
import Stored from './pages/stored/index.tsx'

const consent = (purpose: 'account' | 'realName', revokedAt: number | null = null): ConsentView => ({
  purpose,
  version: PRIVACY_VERSION,
  at: Date.now(),
  channel: 'page',
  revokedAt,
})
const answer = (...items: ConsentView[]) => ({ data: { version: PRIVACY_VERSION, items } })

beforeEach(() => {
  endSession()
  startSession('t', me())
})

describe('隐私', () => {
  it('withdraws one purpose: 我的 → 隐私 → 撤回 → yes', async () => {
    let now = answer(consent('realName'), consent('account'))
    serve(
      [withdrawConsent, () => ((now = answer(consent('realName', 1), consent('account'))), now)],
      [listConsents, () => now],
    )
    draw(<Consents />)
    await press('撤回：实名核验')
    expect(screen.getByText(/姓名和身份证号立即删除/)).toBeTruthy()
    await press('撤回')
    expect(await screen.findByText('没有同意')).toBeTruthy()
    expect(sentTo(withdrawConsent)[0]!.url).toContain('realName')
    expect(screen.queryByRole('button', { name: '撤回：登录与报名' })).toBeNull()
  })

  it('says in the sheet when it did not work', async () => {
    serve([withdrawConsent, 'offline'], [listConsents, answer(consent('realName'))])
    draw(<Consents />)
    await press('撤回：实名核验')
    await press('撤回')
    expect(await screen.findByText(/没有连上网络/)).toBeTruthy()
  })

  it('leads a guest to the notice and to the sign-in', async () => {
    endSession()
    serve()
    draw(<Consents />)
    expect(screen.queryByText('注销账号')).toBeNull()
    await press(/^隐私说明/)
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/privacy/pages/notice/index' })
  })
})

describe('隐私说明', () => {
  it('is there for everybody, whole', async () => {
    endSession()
    tellOperator({ operator: '演示单位', filing: '还没有写明' })
    draw(<Notice />)
    for (const { heading } of notice) expect(screen.getByText(heading)).toBeTruthy()
    expect(screen.queryByText('我看过了，同意')).toBeNull()
    expect(await screen.findByText('运营单位：演示单位')).toBeTruthy()
    expect(screen.getByText('备案号：还没有写明')).toBeTruthy()
  })

  it('names nobody as long as it could not be read', () => {
    tellOperator(null)
    draw(<Notice />)
    expect(screen.getByText(/还没有读到/)).toBeTruthy()
  })

  it('is agreed to by whoever has not agreed to this one', async () => {
    startSession('t', me([], { privacyVersion: '2020-01-01' }))
    serve([giveConsent, answer(consent('account'))])
    draw(<Notice />)
    await press('我看过了，同意')
    await waitFor(() => expect(Taro.navigateBack).toHaveBeenCalled())
    expect(sentTo(giveConsent)[0]!.data).toEqual({ version: PRIVACY_VERSION })
  })
})

describe('关于我的信息', () => {
  const section = {
    id: 'account',
    title: '账号',
    purpose: '登录',
    basis: '提供服务所必需',
    retention: '到您注销',
    rows: [{ label: '手机号', value: '138****0001' }],
  }
  const stored = [
    listStored,
    { data: { items: [section, { ...section, id: 'x', title: '活动报名', rows: [] }] } },
  ] as const
  const file = {
    product: '泰民通',
    exportedAt: 1,
    exportedOn: '2026-12-01',
    noticeVersion: PRIVACY_VERSION,
    sections: [section],
  }

  it('is read by part, with why and how long', async () => {
    serve(stored)
    draw(<Stored />)
    expect(await screen.findByText('138****0001')).toBeTruthy()
    expect(screen.getAllByText('用来：登录。凭：提供服务所必需。存到：到您注销。')).toHaveLength(2)
    expect(screen.getByText('没有')).toBeTruthy()
  })

  it('is exported once a press, as a file or to the clipboard', async () => {
    const h5 = process.env.TARO_ENV === 'h5'
    const made: string[] = []
    if (h5) {
      vi.stubGlobal(
        'URL',
        Object.assign(URL, { createObjectURL: () => 'blob:x', revokeObjectURL: () => undefined }),
      )
      vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
        made.push(this.download)
      })
    }
    serve(stored, [exportMine, { data: file }])
    draw(<Stored />)
    await press('导出我的信息')
    expect(await screen.findByText(/已保存成文件|已复制/)).toBeTruthy()
    expect(sentTo(exportMine)).toHaveLength(1)
    expect(sentTo(exportMine)[0]!.url).toContain(me().id)
    if (h5) expect(made).toEqual(['泰民通-我的信息-2026-12-01.json'])
    else expect(Taro.setClipboardData.mock.calls[0]![0].data).toContain('138****0001')
  })

  it('says when the export did not work', async () => {
    serve(stored, [exportMine, { status: 503, data: problem('unavailable', 503, '系统正忙，请稍后再试') }])
    draw(<Stored />)
    await press('导出我的信息')
    expect(await screen.findByText('系统正忙，请稍后再试')).toBeTruthy()
  })
})

describe('注销账号', () => {
  it('asks once more, then signs this device out, forgets the drafts and says until when it can be undone', async () => {
    const erasedFrom = Date.UTC(2027, 0, 8, 2)
    remember('drafts', { [`${me().id}:form`]: { at: Date.now(), value: { title: '没写完' } } })
    serve([leave, { data: { erasedFrom } }])
    draw(<Leave />)
    await press('注销账号')
    const buttons = await screen.findAllByRole('button', { name: '注销账号' })
    fireEvent.click(buttons.at(-1)!)
    expect(await screen.findByText('账号已停用')).toBeTruthy()
    expect(screen.getByText(/1月8日 .* 前登录一次就能恢复/)).toBeTruthy()
    expect(useSession.getState().token).toBeNull()
    expect(host.store.get('drafts')).not.toContain('没写完')
    await press('回首页')
    expect(Taro.switchTab).toHaveBeenCalledWith({ url: '/tabs/home/index' })
  })

  it('changes nothing when it could not be told', async () => {
    serve([leave, 'offline'])
    draw(<Leave />)
    await press('注销账号')
    const buttons = await screen.findAllByRole('button', { name: '注销账号' })
    fireEvent.click(buttons.at(-1)!)
    expect(await screen.findByText(/没有连上网络/)).toBeTruthy()
    expect(useSession.getState().token).toBe('t')
  })
})
