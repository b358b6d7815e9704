import { useMutation, useQueryClient } from '@tanstack/react-query'
import { listPictures } from '@tmt/shared/activities/after-contract.ts'
import {
  addPicture,
  afterActivity,
  attendanceFigures,
  removePicture,
} from '@tmt/shared/activities/after-staff-contract.ts'
import {
  checkinDesk,
  checkinRoster,
  type CheckinEntry,
  type CheckinRow,
  excuse,
  recordCheckins,
  setCheckin,
  undoCheckin,
} from '@tmt/shared/activities/checkin-staff-contract.ts'
import { useCallback, useEffect, useState } from 'react'
import { call } from '../platform/call.ts'
import { useOnline } from '../platform/network'
import { keyOf, useAsk, useCommand } from '../platform/queries.ts'
import { useSession } from '../platform/session.ts'
import { answered, keep, kept, type Kept, nextOnes, noted } from './parts/kept-checkins.ts'

export function useCheckinDesk(id: string) {
  const signedIn = useSession((s) => s.token !== null)
  return useAsk(checkinDesk, { id }, { enabled: signedIn && id !== '' })
}
export function useAfter(id: string, enabled: boolean) {
  return useAsk(afterActivity, { id }, { enabled })
}
export function useFigures(code: string, year: string) {
  return useAsk(attendanceFigures, { code, year }, { hold: true })
}
const pictures = [keyOf(listPictures)]
export const useAddPicture = (onDone: () => void) => useCommand(addPicture, { changes: pictures, onDone })
export const useRemovePicture = () => useCommand(removePicture, { changes: pictures })
export const useSetCheckin = (onDone: () => void) =>
  useCommand(setCheckin, { changes: [keyOf(checkinDesk)], onDone })

/** Each reading of the list is written down: it is fetched when somebody wants it on this phone. */
async function fetchRows(id: string) {
  const rows: CheckinRow[] = []
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page = await call(checkinRoster, { id, ...(cursor && { cursor }) })
    rows.push(...page.items)
    cursor = page.next
  }
  return rows
}

/** A phone that says it has a network may have none: what failed is tried again by itself. */
const AGAIN = 30_000

/** What this phone knows of who was there: it goes on without network and sends what it kept once there is one. */
export function useCheckins(id: string) {
  const client = useQueryClient()
  const online = useOnline()
  const [state, setState] = useState<Kept>(() => kept(id))
  const [keeps, setKeeps] = useState(true)
  const change = useCallback(
    (step: (before: Kept) => Kept) => {
      const next = step(kept(id))
      setKeeps(keep(id, next))
      setState(next)
    },
    [id],
  )
  const send = useCommand(recordCheckins, {
    changes: [keyOf(checkinDesk), keyOf(afterActivity)],
    onDone: ({ answers }) => change((before) => answered(before, answers)),
  })
  const { mutate, isPending, isError } = send
  const entries = nextOnes(state)
  const upload = useCallback(() => mutate({ id, entries: nextOnes(kept(id)) }), [mutate, id])
  const waits = entries.length > 0
  useEffect(() => {
    if (!online || !waits || isPending) return
    const timer = setTimeout(upload, isError ? AGAIN : 0)
    return () => clearTimeout(timer)
  }, [online, waits, isPending, isError, upload, entries.length])
  const note = (entry: CheckinEntry) => {
    change((before) => noted(before, entry))
    if (isError) upload()
  }
  const download = useMutation({
    mutationKey: [checkinRoster.name],
    mutationFn: () => fetchRows(id),
    onSuccess: (rows) => change((before) => ({ ...before, rows, rosterAt: Date.now() })),
    gcTime: 0,
  })
  /** Something was done to a row at the server. */
  const changeRow = (signupId: string, patch: Partial<CheckinRow>) => {
    change((before) => ({
      ...before,
      rows: before.rows.map((row) => (row.signupId === signupId ? { ...row, ...patch } : row)),
    }))
    void client.invalidateQueries({ queryKey: keyOf(checkinDesk) })
  }
  const read = () => change((before) => ({ ...before, refused: [] }))
  return { state, keeps, send, upload, note, download, changeRow, read }
}
export type Checkins = ReturnType<typeof useCheckins>

export const useUndo = (onDone: () => void) => useCommand(undoCheckin, { onDone })
export const useExcuse = (onDone: () => void) => useCommand(excuse, { onDone })
