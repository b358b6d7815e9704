import { addressOf } from './call.ts'
import type { Dated, Kept } from './own-calendar.ts'

/** Hands the .ics over: a phone's browser shows it to its calendar, a computer keeps it as a file. */
export async function keepInCalendar({ title, file }: Dated): Promise<Kept> {
  const link = document.createElement('a')
  link.href = addressOf(file)
  link.download = `${title}.ics`
  link.click()
  return 'opened'
}
