import { Rating } from '@tmt/shared/activities/after-contract.ts'
import { ratingLabels, STANDING_NEVER, standingWords } from '@tmt/shared/activities/checkin-labels.ts'
import { OPENS_BEFORE } from '@tmt/shared/activities/checkin-rules.ts'
import type { ActivityDetail } from '@tmt/shared/activities/detail-contract.ts'
import { sayTime } from '@tmt/shared/time.ts'
import { useDesk } from '../../platform/desk.ts'
import { go } from '../../platform/pages.ts'
import { Box } from '../../ui/Box'
import { Button } from '../../ui/Button'
import { ChipsField } from '../../ui/ChipsField'
import { PhoneLink } from '../../ui/PhoneBar/link'
import { Picture } from '../../ui/Picture'
import { Trouble } from '../../ui/Trouble'
import { useMyAfter, useMyStanding, usePictures, useRate } from '../checkin-requests.ts'
import { useMySignup } from '../signup-requests.ts'
import styles from './checkin.module.scss'

type Props = { activity: ActivityDetail; now: number }

/** What somebody who signed up may do on the day and afterwards; and what it was like, for everybody. */
export function Coming({ activity, now }: Props) {
  const { id, title, startsAt, endsAt } = activity
  const { data } = useMySignup(id)
  const held = activity.status === 'published'
  const ended = now >= endsAt
  const pictures = usePictures(id, held && now >= startsAt)
  const { signup = null, others = [] } = data ?? {}
  // Whoever brings a child comes too.
  const mine = [signup, ...others].some((one) => one?.status === 'confirmed')
  return (
    <>
      {mine && held && now >= startsAt - OPENS_BEFORE && !ended && (
        <Button label={`去签到：${title}`} onClick={() => go('checkin', { id })}>
          去签到
        </Button>
      )}
      {mine && held && ended && <Rate activity={activity} now={now} />}
      {(pictures.data?.items.length ?? 0) > 0 && (
        <Box as="section" className={styles.stack}>
          <Box as="h2" className={styles.heading}>
            活动照片
          </Box>
          {pictures.data?.items.map((picture) => (
            <Picture key={picture.file} picture={picture} size="picture" shape="whole" />
          ))}
        </Box>
      )}
    </>
  )
}

const options = Rating.options.map((value) => ({ value, label: ratingLabels[value] }))
function Rate({ activity: { id }, now }: Props) {
  const { data } = useMyAfter(id, true)
  const rate = useRate()
  if (!data?.came) return null
  if (now >= data.rateUntil && data.rating === null) return null
  return (
    <Box as="section" className={styles.stack}>
      <Box as="p" className={styles.done} role="status">
        {data.rating ? `谢谢您来，您说的是“${ratingLabels[data.rating]}”。` : '谢谢您来。'}
      </Box>
      {now < data.rateUntil && (
        <ChipsField
          label="这次活动怎么样？"
          hint={`${sayTime(data.rateUntil, now)} 前都可以改；工作人员只看到合计`}
          required={false}
          options={options}
          value={data.rating}
          onChange={(rating) => rate.mutate({ id, rating })}
        />
      )}
      <Trouble error={rate.error} />
    </Box>
  )
}

/** Kindly, and with somebody to tell where it is wrong. */
export function StandingNote({ now }: { now: number }) {
  const { data } = useMyStanding()
  const { phone, answeredBy } = useDesk()
  if (!data || data.standing === 'good') return null
  return (
    <Box as="section" className={styles.waits}>
      <Box as="p" className={styles.words}>
        {standingWords[data.standing]}
      </Box>
      <Box as="ul" className={styles.people}>
        {data.missed.slice(0, 3).map(({ activityId, title, at }) => (
          <Box as="li" key={activityId}>
            {`${title}，${sayTime(at, now)} 结束`}
          </Box>
        ))}
      </Box>
      <Box as="p" className={styles.words}>
        {`${STANDING_NEVER}其实来了，或有难处没来成的，请告诉社区，工作人员会改过来。`}
      </Box>
      {phone !== null && <PhoneLink number={phone} of={answeredBy ?? '社区'} />}
    </Box>
  )
}
