import { ActivityCode, type MyCheckin } from '@tmt/shared/activities/checkin-contract.ts'
import { modeLabels } from '@tmt/shared/activities/checkin-labels.ts'
import { sayTime } from '@tmt/shared/time.ts'
import { useState } from 'react'
import { useNow } from '../../../platform/clock.ts'
import { useDesk } from '../../../platform/desk.ts'
import { useIdInAddress } from '../../../platform/id.ts'
import { go } from '../../../platform/pages.ts'
import { canScan, scan } from '../../../platform/scan'
import { useSession } from '../../../platform/session.ts'
import { Box } from '../../../ui/Box'
import { Button } from '../../../ui/Button'
import { Loaded } from '../../../ui/Loaded'
import { Page } from '../../../ui/Page'
import { StateView } from '../../../ui/StateView'
import { TextField } from '../../../ui/TextField'
import { Trouble } from '../../../ui/Trouble'
import { useCheckInByCode, useCheckInHere, useMyCheckin } from '../../checkin-requests.ts'
import { canLocate, position } from '../../parts/position'
import { RunningCode } from '../../parts/running-code.tsx'
import { useActivity } from '../../detail-requests.ts'
import styles from '../../parts/checkin.module.scss'

/** A resident at the place: one's own code, the one on the screen, or where one is. */
export default function Checkin() {
  const id = useIdInAddress()
  const me = useSession((s) => s.me)
  const activity = useActivity(id).data
  const query = useMyCheckin(id)
  const now = useNow(10_000)
  const desk = useDesk(activity?.communityId)
  return (
    <Page title="活动签到" demo={activity?.demo ?? false} {...desk}>
      {me && id !== '' ? (
        <Loaded
          query={query}
          skeleton={{ kind: 'detail' }}
          empty={({ places }) =>
            places.length > 0
              ? null
              : {
                  title: '您没有报名这个活动',
                  text: '已经到了现场，请找工作人员。',
                  action: { label: '看这个活动', onClick: () => go('activity', { id }) },
                }
          }
        >
          {(mine) => (
            <Box className={styles.stack}>
              {activity && (
                <Box as="h2" className={styles.heading}>
                  {activity.title}
                </Box>
              )}
              <Mine
                id={id}
                mine={mine}
                now={now}
                readAt={query.dataUpdatedAt}
                onLow={() => void query.refetch()}
              />
            </Box>
          )}
        </Loaded>
      ) : (
        <StateView
          kind="empty"
          title="登录后签到"
          text="没有手机的，请找现场的工作人员代签。"
          action={{ label: '登录', onClick: () => go('signIn') }}
        />
      )}
    </Page>
  )
}

type MineProps = { id: string; mine: MyCheckin; now: number; readAt: number; onLow: () => void }
function Mine({ id, mine, now, readAt, onLow }: MineProps) {
  const { opensAt, endsAt, modes, places } = mine
  if (now < opensAt || now >= endsAt)
    return (
      <Box as="p" className={styles.waits} role="status">
        {now < opensAt
          ? `还没到签到时间，${sayTime(opensAt, now)} 起可以签。`
          : '活动已经结束，不能再签到；来过却没签上，请打电话告诉社区。'}
      </Box>
    )
  return (
    <>
      {places.map((place) => (
        <Box as="section" key={place.signupId} className={styles.stack}>
          {place.attended ? (
            <Box as="p" className={styles.done} role="status">
              {`${place.name}已签到：${sayTime(place.attended.at, now)}，${modeLabels[place.attended.how]}。不用再做什么。`}
            </Box>
          ) : (
            <Place {...{ id, modes, place, readAt, onLow }} />
          )}
        </Box>
      ))}
    </>
  )
}

type PlaceProps = Pick<MineProps, 'id' | 'readAt' | 'onLow'> & {
  modes: MyCheckin['modes']
  place: MyCheckin['places'][number]
}
function Place({ id, modes, place, readAt, onLow }: PlaceProps) {
  const { signupId, name, codes } = place
  return (
    <>
      {modes.includes('code') && <ByCode id={id} signupId={signupId} name={name} />}
      {modes.includes('scan') && (
        <>
          <Box as="p" className={styles.words}>
            请工作人员扫下面的码，或把数字报给他。
          </Box>
          <RunningCode codes={codes} readAt={readAt} name={`${name}的签到码`} onLow={onLow} />
        </>
      )}
      {modes.includes('geo') && canLocate && <Here id={id} signupId={signupId} name={name} />}
      <Box as="p" className={styles.note}>
        签不上也不要紧：把称呼告诉现场的工作人员，请他代签。
      </Box>
    </>
  )
}

type OneProps = { id: string; signupId: string; name: string }
function ByCode({ id, signupId, name }: OneProps) {
  const [digits, setDigits] = useState('')
  const [wrong, setWrong] = useState<string | null>(null)
  const send = useCheckInByCode()
  const enter = (code: string) => {
    const fits = ActivityCode.safeParse(code).success
    setWrong(fits ? null : '这不是活动的签到码，请看现场屏幕上的 6 个数字')
    if (fits && !send.isPending) send.mutate({ id, signupId, code })
  }
  return (
    <>
      <Trouble error={send.error} form />
      {canScan && (
        <Button
          busy={send.isPending}
          label={`扫现场屏幕上的码：${name}`}
          onClick={() => void scan().then((code) => code !== null && enter(code))}
        >
          扫现场屏幕上的码
        </Button>
      )}
      <TextField
        label="屏幕上的 6 个数字"
        type="number"
        maxLength={6}
        value={digits}
        onChange={setDigits}
        error={wrong}
        onConfirm={() => enter(digits)}
      />
      <Button
        kind={canScan ? 'secondary' : 'primary'}
        block
        busy={send.isPending}
        label={`用数字签到：${name}`}
        onClick={() => enter(digits)}
      >
        用数字签到
      </Button>
    </>
  )
}

function Here({ id, signupId, name }: OneProps) {
  const send = useCheckInHere()
  const [silent, setSilent] = useState(false)
  const press = async () => {
    const at = await position()
    setSilent(at === null)
    if (at) send.mutate({ id, signupId, position: at })
  }
  return (
    <>
      <Trouble error={send.error} />
      <Button
        kind="secondary"
        block
        busy={send.isPending}
        label={`用定位签到：${name}`}
        onClick={() => void press()}
      >
        用定位签到
      </Button>
      <Box as="p" className={styles.note} role="status">
        {silent
          ? '没有取到位置。可以扫码，或请工作人员代签。'
          : '只在点的这一下取一次位置，比一比远近，不保存。'}
      </Box>
    </>
  )
}
