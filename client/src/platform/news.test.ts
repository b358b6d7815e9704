import { afterEach, expect, it, vi } from 'vitest'
import { askBy, askForNews } from './news.ts'

afterEach(() => askBy(null))

it('asks by whoever knows what to ask for, at once', () => {
  const ask = vi.fn<(act: string) => Promise<void>>(async () => undefined)
  askBy(ask)
  void askForNews('activities.signUp')
  expect(ask).toHaveBeenCalledExactlyOnceWith('activities.signUp')
})

it('lets the act go on where nobody asks, and where asking fails', async () => {
  await expect(askForNews('activities.signUp')).resolves.toBeUndefined()
  askBy(() => Promise.reject(new Error('requestSubscribeMessage:fail')))
  await expect(askForNews('activities.signUp')).resolves.toBeUndefined()
  askBy(() => {
    throw new Error('no such interface')
  })
  await expect(askForNews('activities.signUp')).resolves.toBeUndefined()
})
