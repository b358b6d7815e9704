import { activityCalendar } from '@tmt/shared/activities/calendar-contract.ts'
import type { ActivityDetail } from '@tmt/shared/activities/detail-contract.ts'
import { useState } from 'react'
import { keepInCalendar } from '../../platform/own-calendar'
import { Box } from '../../ui/Box'
import { Button } from '../../ui/Button'

const words = {
  kept: '已加到手机日历。时间要是改了，会发消息告诉报了名的人，日历要自己改。',
  opened: '日历文件已经打开或下载，点开它就能加到日历。时间要是改了，请回来再加一次。',
  closed: '',
  denied: '没有加上：请在微信右上角“…”的设置里允许“添加到日历”，再点一次。',
  failed: '没有加上，请再点一次；还是不行，请把时间记在纸上。',
}

/** Puts the activity into one's own calendar; nothing to keep of what is over or called off. */
export function CalendarButton({ activity, now }: { activity: ActivityDetail; now: number }) {
  const [said, setSaid] = useState('')
  if (activity.status !== 'published' || now >= activity.endsAt) return null
  const { id, title, startsAt, endsAt, communityName, place, riskNotice: about } = activity
  const file = activityCalendar.path.replace(':id', id)
  const keep = () =>
    void keepInCalendar({ title, startsAt, endsAt, place: `${communityName} ${place}`, about, file }).then(
      (how) => setSaid(words[how]),
    )
  return (
    <Box>
      <Button kind="secondary" block onClick={keep} label={`加到日历：${title}`}>
        加到日历
      </Button>
      <Box role="status">{said}</Box>
    </Box>
  )
}
