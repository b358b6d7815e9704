import { fireEvent, screen, waitFor } from '@testing-library/react'
import { reportContent } from '@tmt/shared/moderation/contract.ts'
import { beforeEach, expect, it } from 'vitest'
import { ID } from '../../../../test/activities.ts'
import { me } from '../../../../test/people.ts'
import { press, write } from '../../../../test/press.ts'
import { draw, problem, sentTo, serve } from '../../../../test/render.tsx'
import { host } from '../../../../test/taro.ts'
import { endSession, startSession } from '../../../platform/session.ts'
import Report from './index.tsx'

beforeEach(() => {
  endSession()
  host.params = { kind: 'activity', id: ID }
})

it('sends a reason and what is added to it, and says what happens next', async () => {
  startSession('t', me())
  serve([reportContent, { data: { ok: true } }])
  draw(<Report />)
  await press('举报')
  expect(await screen.findByText('请选一个原因')).toBeTruthy()
  fireEvent.click(await screen.findByRole('radio', { name: '诈骗' }))
  await write(/补充说明/, '要先交钱')
  await press('举报')
  expect(await screen.findByText('已收到您的举报')).toBeTruthy()
  const [sent] = sentTo(reportContent)
  expect(sent!.data).toEqual({
    kind: 'activity',
    subjectId: ID,
    reason: 'fraud',
    note: '要先交钱',
  })
})

it('keeps what was written where it was refused', async () => {
  startSession('t', me())
  const { title } = reportContent.refusals.alreadyReported
  serve([reportContent, { status: 409, data: problem('alreadyReported', 409, title) }])
  draw(<Report />)
  await write(/补充说明/, '要先交钱')
  fireEvent.click(await screen.findByRole('radio', { name: '诈骗' }))
  await press('举报')
  expect(await screen.findByText(title)).toBeTruthy()
  await waitFor(() => expect(screen.getByDisplayValue('要先交钱')).toBeTruthy())
})

it('asks to sign in, and knows half an address', () => {
  serve()
  const guest = draw(<Report />)
  expect(screen.getByText('请先登录')).toBeTruthy()
  guest.unmount()
  startSession('t', me())
  host.params = { kind: 'weather', id: ID }
  draw(<Report />)
  expect(screen.getByText('没有找到要举报的内容')).toBeTruthy()
  expect(sentTo(reportContent)).toHaveLength(0)
})
