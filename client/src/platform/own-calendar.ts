import Taro from '@tarojs/taro'

export type Dated = {
  title: string
  startsAt: number
  endsAt: number
  place: string
  about: string
  /** Of the same as a file, in the API. */
  file: string
}
export type Kept = 'kept' | 'opened' | 'closed' | 'denied' | 'failed'

/** Puts it into the phone's own calendar: WeChat opens no .ics, but writes there when the person lets it. */
export async function keepInCalendar({ title, startsAt, endsAt, place, about }: Dated): Promise<Kept> {
  try {
    await Taro.addPhoneCalendar({
      title,
      startTime: startsAt / 1000,
      endTime: String(endsAt / 1000),
      location: place,
      description: about,
    })
    return 'kept'
  } catch (error) {
    const said = String((error as { errMsg?: string } | null)?.errMsg ?? error)
    if (said.includes('cancel')) return 'closed'
    return /auth|den(y|ied)|permission/.test(said) ? 'denied' : 'failed'
  }
}
