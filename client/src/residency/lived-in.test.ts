import { livedIn as endpoint } from '@tmt/shared/residency/lived-contract.ts'
import { expect, it } from 'vitest'
import { serve } from '../../test/render.tsx'
import { livedIn } from './lived-in.ts'

it('tells where one lives', async () => {
  const home = { communityId: '321202001001', area: null, grid: '321202001001-001' }
  serve([endpoint, { data: { items: [home] } }])
  expect(await livedIn()).toEqual([home])
})
