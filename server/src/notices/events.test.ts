import { createNotice, publishNotice } from '@tmt/shared/notices/staff-contract.ts'
import { BlockList } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createHttp } from '../platform/http.ts'
import { reacting, when } from '../platform/events.ts'
import { createLog } from '../platform/log.ts'
import { createWhoIs } from '../people/sessions.ts'
import { DONGAN } from '../demo/city.ts'
import { clientOf } from '../testing/client.ts'
import { openHouse, type TestHouse } from '../testing/house.ts'
import { somebody } from '../testing/somebody.ts'
import { noticePublished } from './events.ts'
import { noticeRoutes } from './routes.ts'
import { factsFrom, postNotice } from './testing/notice.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

test('what becomes public is told once, a draft not before it is published', async () => {
  const heard: unknown[] = []
  const react = reacting([when(noticePublished, async (_tx, data) => void heard.push(data))])
  const http = createHttp({
    house: { store: house.store, answers: house.answers, react, now: () => house.clock.now },
    routes: noticeRoutes(house),
    whoIs: createWhoIs(house.store),
    log: createLog('silent'),
    trustedProxies: new BlockList(),
  })
  const ask = clientOf((path, init) => http.request(path, init))
  const { token } = await somebody(house, [{ role: 'committee', division: DONGAN }])
  const facts = factsFrom(house.clock.now, { urgent: true })
  await ask(createNotice, { division: DONGAN, ...facts, publish: false }, { token })
  expect(heard).toEqual([])
  const { body } = await ask(createNotice, { division: DONGAN, ...facts, publish: true }, { token })
  expect(heard).toEqual([{ id: body.id, division: DONGAN, urgent: true }])
  const id = await postNotice(house, { publish: false })
  await ask(publishNotice, { id, version: 1 }, { token })
  await ask(publishNotice, { id, version: 1 }, { token })
  expect(heard.slice(1)).toEqual([{ id, division: DONGAN, urgent: false }])
})
