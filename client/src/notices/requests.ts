import { countRead, getNotice, type Kind, listNotices } from '@tmt/shared/notices/contract.ts'
import { useEffect } from 'react'
import { call } from '../platform/call.ts'
import { newKey } from '../platform/keys.ts'
import { useAsk, usePages } from '../platform/queries.ts'
import { recall, remember } from '../platform/storage.ts'

export type NoticeFilter = { division: string; kind?: Kind | undefined; when: 'current' | 'past' }

/** Notices for a unit and from those above it, in pages; the old list stays while a filter changes. */
export function useNotices(filter: NoticeFilter) {
  return usePages(listNotices, filter, { hold: true })
}

/** What stands now, urgent ones first, for 首页. */
export function useCurrentNotices(division: string | undefined) {
  return useAsk(listNotices, { division: division ?? '' }, { enabled: division !== undefined })
}

export function useNotice(id: string) {
  return useAsk(getNotice, { id }, { enabled: id !== '' })
}

const DEVICE = 'reader'

/** Made for counting readers alone: it tells nobody who that is. */
function deviceOfReader() {
  const known = recall<string>(DEVICE)
  if (known !== null) return known
  const made = newKey()
  remember(DEVICE, made)
  return made
}

/** Tells that a notice was read. Whether that arrives matters to nobody who reads. */
export function useReading(id: string | undefined) {
  useEffect(() => {
    if (id !== undefined) call(countRead, { id, device: deviceOfReader() }).catch(() => undefined)
  }, [id])
}
