import { fireEvent, screen, waitFor } from '@testing-library/react'
import { decideClaim, listClaims } from '@tmt/shared/residency/staff-contract.ts'
import { beforeEach, expect, it, vi } from 'vitest'
import { me } from '../../../../test/people.ts'
import { draw, sentTo, serve } from '../../../../test/render.tsx'
import { claim } from '../../../../test/residency.ts'
import { endSession, startSession } from '../../../platform/session.ts'
import HomeQueue from './index.tsx'

vi.mock('../../../platform/wide', () => ({ useWide: () => true }))

const three = ['101室', '102室', '103室'].map((door, i) =>
  claim({ id: `01999999-0000-7000-8000-0000000000c${i}`, door }),
)
let waiting = three
beforeEach(() => {
  endSession()
  startSession('t', me(['worker']))
  waiting = three
  serve(
    [listClaims, () => ({ data: { items: waiting, next: null } })],
    [
      decideClaim,
      ({ url }) => {
        const found = waiting.find(({ id }) => url.includes(id))!
        waiting = waiting.filter((one) => one !== found)
        return { data: { ...found, status: 'verified' as const } }
      },
    ],
  )
})
const key = (name: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key: name })
const chosen = () => document.querySelector('[aria-current="true"]')?.textContent
const checked = () => document.querySelectorAll('input[type="radio"]:checked').length

it('the queue is worked without a mouse: j and k, a letter, a number, Enter', async () => {
  draw(<HomeQueue />)
  await waitFor(() => expect(chosen()).toContain('101室'))
  for (const name of ['j', 'j', 'j', 'k']) key(name)
  expect(chosen()).toContain('102室')
  key('a')
  key('3')
  key('Enter')
  await waitFor(() =>
    expect(sentTo(decideClaim)[0]!.data).toEqual({ outcome: 'verified', evidence: 'lease', version: 1 }),
  )
  expect(await screen.findByText(/^已核验：东安花园 3号楼 102室/)).toBeTruthy()
  // The next one takes its place.
  await waitFor(() => expect(chosen()).toContain('103室'))
})

it('Enter alone answers nothing, and letters that are written are no keys', async () => {
  draw(<HomeQueue />)
  await waitFor(() => expect(chosen()).toContain('101室'))
  key('Enter')
  expect(sentTo(decideClaim)).toHaveLength(0)
  key('s')
  key('1')
  expect(checked()).toBe(3)
  const note = screen.getByLabelText(/^再说几句/)
  note.focus()
  for (const name of ['j', 'd', 'Enter']) key(name)
  expect(chosen()).toContain('101室')
  expect(sentTo(decideClaim)).toHaveLength(0)
})
