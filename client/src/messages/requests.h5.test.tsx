import { listAskable } from '@tmt/shared/messages/contract.ts'
import { expect, it } from 'vitest'
import { me } from '../../test/people.ts'
import { draw, sentTo, serve } from '../../test/render.tsx'
import Taro from '../../test/taro.ts'
import { askForNews } from '../platform/news.ts'
import { startSession } from '../platform/session.ts'
import { useAskingAtTaps } from './requests.ts'

function App() {
  useAskingAtTaps()
  return null
}

it('a browser asks nobody, nor the server what could be asked for', async () => {
  startSession('t', me(['resident']))
  serve()
  draw(<App />)
  await askForNews('activities.signUp')
  expect(Taro.requestSubscribeMessage).not.toHaveBeenCalled()
  expect(sentTo(listAskable)).toHaveLength(0)
})
