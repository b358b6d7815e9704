import { screen, waitFor } from '@testing-library/react'
import { managedActivity } from '@tmt/shared/activities/staff-contract.ts'
import {
  checkinDesk,
  type CheckinEntry,
  checkinRoster,
  recordCheckins,
  setCheckin,
} from '@tmt/shared/activities/checkin-staff-contract.ts'
import { HOUR, MINUTE } from '@tmt/shared/time.ts'
import { beforeEach, expect, it } from 'vitest'
import { activity, ID } from '../../../../test/activities.ts'
import { me } from '../../../../test/people.ts'
import { press, write } from '../../../../test/press.ts'
import { draw, sentTo, serve } from '../../../../test/render.tsx'
import { host } from '../../../../test/taro.ts'
import { endSession, startSession } from '../../../platform/session.ts'
import { keep, kept } from '../../parts/kept-checkins.ts'
import Desk from './index.tsx'

const A = '01999999-0000-7000-8000-0000000000e1'
const B = '01999999-0000-7000-8000-0000000000e2'
const codes = {
  now: Date.now(),
  from: Date.now(),
  items: Array.from({ length: 20 }, (_, i) => ({
    token: `tmc1.${ID}.${i}.${'A'.repeat(22)}`,
    digits: String(123_450 + i),
  })),
}
const desk = () => ({
  title: '太极拳入门课',
  modes: ['code', 'scan', 'hand'],
  opensAt: Date.now() - MINUTE,
  endsAt: Date.now() + HOUR,
  confirmed: 2,
  attended: 0,
  codes,
})
const row = (signupId: string, name: string, tag: string) => ({
  signupId,
  name,
  tag,
  at: 1,
  attended: null,
  excused: false,
})
const roster = { items: [row(A, '演示甲', '11111'), row(B, '演示乙', '22222')], next: null }
const known = [
  [managedActivity, { data: activity() }],
  [checkinDesk, () => ({ data: desk() })],
  [checkinRoster, { data: roster }],
] as const
const allDone = ({ data }: { data?: Record<string, unknown> | undefined }) => ({
  data: {
    attended: 1,
    answers: (data!.entries as CheckinEntry[]).map((entry) => ({
      id: entry.id,
      outcome: 'done',
      signupId: entry.how === 'hand' ? entry.signupId : B,
      name: null,
      attended: { how: entry.how, at: entry.at },
    })),
  },
})

beforeEach(() => {
  endSession()
  startSession('t', me(['worker']))
  host.params = { id: ID }
})

it('shows the code for everybody, and sends a tick at once', async () => {
  serve(...known, [recordCheckins, allDone])
  draw(<Desk />)
  expect(await screen.findByText('123 450')).toBeTruthy()
  expect(screen.getByText('已签到 0 / 报名 2')).toBeTruthy()
  expect(sentTo(checkinRoster)).toHaveLength(0)
  await press('下载名单到这部手机')
  await press('代签：演示甲')
  expect(await screen.findByText(/^工作人员代签，/)).toBeTruthy()
  expect(screen.queryByRole('button', { name: '代签：演示甲' })).toBeNull()
  expect(sentTo(recordCheckins)).toHaveLength(1)
})

it('without network it keeps everything, says how much, and sends it once when there is one', async () => {
  serve(...known, [recordCheckins, 'offline'])
  const { unmount } = draw(<Desk />)
  await press('下载名单到这部手机')
  await press('代签：演示甲')
  expect(await screen.findByText(/还有 1 条没有上传/)).toBeTruthy()
  await write(/^居民报的 8 个数字/, '22222333')
  await press('记下数字')
  expect(await screen.findByText('已记下：演示乙')).toBeTruthy()
  expect(await screen.findByText(/还有 2 条没有上传/)).toBeTruthy()
  expect(screen.getAllByText('已记下，还没有上传')).toHaveLength(2)
  // The app is killed and opened again where there is network.
  unmount()
  const first = kept(ID).waiting.map(({ entry }) => entry.id)
  serve(...known, [recordCheckins, allDone])
  draw(<Desk />)
  await waitFor(() => expect(kept(ID).waiting).toEqual([]))
  const sent = sentTo(recordCheckins).at(-1)!.data!.entries as CheckinEntry[]
  expect(sent.map(({ id }) => id)).toEqual(first)
  expect(screen.queryByText(/没有上传/)).toBeNull()
})

it('tells one by one what was not taken, until somebody has read it', async () => {
  const entry = { id: ID, how: 'hand' as const, signupId: A, at: 1 }
  keep(ID, { ...kept(ID), waiting: [{ entry, name: '演示甲' }] })
  const answer = { id: ID, outcome: 'tooEarly', signupId: A, name: '演示甲', attended: null }
  serve(...known, [recordCheckins, { data: { attended: 0, answers: [answer] } }])
  draw(<Desk />)
  expect(await screen.findByText(/^演示甲：记下的时间早于开始前 30 分钟/)).toBeTruthy()
  await press('都看过了，收起来')
  expect(screen.queryByText('1 条没有算')).toBeNull()
  expect(kept(ID).refused).toEqual([])
})

it('chooses the ways, one at least', async () => {
  serve(...known, [setCheckin, { data: { ok: true } }])
  draw(<Desk />)
  await press(/^签到方式：/)
  screen.getByRole('switch', { name: '工作人员扫码' }).click()
  await press('保存签到方式')
  await waitFor(() => expect(sentTo(setCheckin)[0]!.data).toEqual({ modes: ['code', 'hand'] }))
})
