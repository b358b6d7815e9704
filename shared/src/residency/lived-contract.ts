import { z } from 'zod/mini'
import { DivisionCode } from '../codes.ts'
import { query } from '../contract.ts'

/** Small and apart from the rest: it is asked on 首页, whose package has no room for all that a home can be asked. */
export const livedIn = query('residency.lived', {
  get: '/me/residencies/places',
  by: 'signedIn',
  audience: 'me',
  summary: '我住在哪个小区、哪个网格，只给本人：设备据此标出“与您有关”的通知',
  output: z.strictObject({
    items: z.array(
      z.strictObject({
        communityId: DivisionCode,
        area: z.nullable(z.string()),
        grid: z.nullable(z.string()),
      }),
    ),
  }),
})
export const livedEndpoints = [livedIn] as const
