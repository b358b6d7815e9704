import { performance } from 'node:perf_hooks'
import { expect, test } from 'vitest'
import { startDevice } from '../host/testing/device.ts'
import { Screen } from '../rooms/screen.ts'
import { CLIENT } from './build.ts'

const TABS = [
  ['活动', 'tabs/activities/index'],
  ['我的', 'tabs/mine/index'],
  ['首页', 'tabs/home/index'],
] as const
const ROUNDS = 10

/** Prints how long the host takes; how fast this machine is decides nothing. */
test('the client’s build starts in the host and its tabs are walked through', async () => {
  const begun = performance.now()
  const device = await startDevice(CLIENT)
  const ready = performance.now() - begun
  try {
    const screen = new Screen(device.mini)
    await screen.at('tabs/home/index')
    const steps: number[] = []
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const [name, path] of TABS) {
        const before = performance.now()
        await screen.press(name)
        await screen.at(path)
        steps.push(performance.now() - before)
      }
    }
    steps.sort((a, b) => a - b)
    const [median, slowest] = [steps[steps.length / 2], steps.at(-1)].map((ms) => Math.round(ms ?? 0))
    console.log(`connect ready after ${Math.round(ready)} ms; a step ${median} ms, the slowest ${slowest} ms`)
    expect(steps).toHaveLength(ROUNDS * TABS.length)
    expect(device.exceptions).toEqual([])
  } finally {
    await device.close()
  }
})
