import { useState } from 'react'
import type { CheckinMode } from '@tmt/shared/activities/checkin-rules.ts'
import { checkinModes } from '@tmt/shared/activities/checkin-rules.ts'
import { modeLabels } from '@tmt/shared/activities/checkin-labels.ts'
import type { CheckinDesk } from '@tmt/shared/activities/checkin-staff-contract.ts'
import { sayTime } from '@tmt/shared/time.ts'
import { useNow } from '../../../platform/clock.ts'
import { useDesk } from '../../../platform/desk.ts'
import { useIdInAddress } from '../../../platform/id.ts'
import { useSession } from '../../../platform/session.ts'
import { Box } from '../../../ui/Box'
import { Button } from '../../../ui/Button'
import { Loaded } from '../../../ui/Loaded'
import { Page } from '../../../ui/Page'
import { Sheet } from '../../../ui/Sheet'
import { StaffOnly } from '../../../ui/StaffOnly'
import { Switch } from '../../../ui/Switch'
import { Trouble } from '../../../ui/Trouble'
import { useCheckinDesk, useCheckins, useSetCheckin } from '../../checkin-staff-requests.ts'
import { AfterStaff } from '../../parts/after-staff.tsx'
import { CheckinList } from '../../parts/checkin-list.tsx'
import { CheckinScan } from '../../parts/checkin-scan.tsx'
import { CheckinState } from '../../parts/checkin-state.tsx'
import { RunningCode } from '../../parts/running-code.tsx'
import { useManagedActivity } from '../../staff-requests.ts'
import styles from '../../parts/checkin.module.scss'

/** A worker at the door: the code for everybody, the scan, the list; all of it but the numbers without network. */
export default function Desk() {
  const id = useIdInAddress()
  const signedIn = useSession((s) => s.token !== null)
  const { data: activity } = useManagedActivity(id)
  const desk = useDesk(activity?.communityId)
  if (!signedIn || id === '')
    return (
      <StaffOnly
        title="签到台"
        refusal={{ title: '没有找到这个活动', text: '网址可能不完整，请从“管理活动”里找。' }}
      />
    )
  return (
    <Page title="签到台" demo={activity?.demo ?? false} {...desk}>
      <AtDoor key={id} id={id} category={activity?.category} />
    </Page>
  )
}

function AtDoor({ id, category }: { id: string; category: string | undefined }) {
  const now = useNow(10_000)
  const query = useCheckinDesk(id)
  const checkins = useCheckins(id)
  const desk = query.data
  // Whoever opens it without network goes on by what the phone has kept.
  const modes: readonly CheckinMode[] = desk?.modes ?? ['scan', 'hand']
  const ended = desk !== undefined && now >= desk.endsAt
  const worksAlone = desk !== undefined || checkins.state.rosterAt !== null
  return (
    <Box className={styles.stack}>
      <CheckinState {...checkins} />
      <Loaded query={query} skeleton={{ kind: 'detail' }}>
        {(known) => (
          <Screen
            {...{ id, desk: known, now, readAt: query.dataUpdatedAt, onLow: () => void query.refetch() }}
          />
        )}
      </Loaded>
      {worksAlone && !ended && modes.includes('scan') && <CheckinScan checkins={checkins} />}
      {worksAlone && <CheckinList {...{ id, checkins, now, ended }} byHand={modes.includes('hand')} />}
      {ended && <AfterStaff id={id} category={category} />}
    </Box>
  )
}

type ScreenProps = { id: string; desk: CheckinDesk; now: number; readAt: number; onLow: () => void }
function Screen({ id, desk, now, readAt, onLow }: ScreenProps) {
  const [choosing, setChoosing] = useState(false)
  const { title, modes, opensAt, endsAt, confirmed, attended } = desk
  const open = now >= opensAt && now < endsAt
  return (
    <Box as="section" className={styles.stack}>
      <Box as="h2" className={styles.heading}>
        {title}
      </Box>
      <Box as="p" className={styles.words} role="status">
        {`已签到 ${attended} / 报名 ${confirmed}`}
      </Box>
      {now < opensAt && (
        <Box as="p" className={styles.waits}>
          {`${sayTime(opensAt, now)} 起可以签到（开始前 30 分钟）。名单可以先下载。`}
        </Box>
      )}
      {open && modes.includes('code') && (
        <RunningCode codes={desk.codes} readAt={readAt} name={`${title}的签到码`} onLow={onLow} />
      )}
      {now < endsAt && (
        <Button kind="text" onClick={() => setChoosing(true)}>
          {`签到方式：${modes.map((mode) => modeLabels[mode]).join('、')}`}
        </Button>
      )}
      {choosing && <Choose id={id} modes={modes} onClose={() => setChoosing(false)} />}
    </Box>
  )
}

type ChooseProps = { id: string; modes: readonly CheckinMode[]; onClose: () => void }
function Choose({ id, modes, onClose }: ChooseProps) {
  const [chosen, setChosen] = useState<readonly CheckinMode[]>(modes)
  const save = useSetCheckin(onClose)
  const turn = (mode: CheckinMode, on: boolean) =>
    setChosen((before) => checkinModes.filter((one) => (one === mode ? on : before.includes(one))))
  return (
    <Sheet
      open
      title="怎样签到？"
      onClose={onClose}
      actions={
        <Button
          busy={save.isPending}
          disabledReason={chosen.length === 0 ? '至少留一种方式' : null}
          onClick={() => save.mutate({ id, modes: [...chosen] })}
        >
          保存签到方式
        </Button>
      }
    >
      <Trouble error={save.error} />
      <Box as="p" className={styles.note}>
        有人不用手机，建议留着“工作人员代签”。
      </Box>
      {checkinModes.map((mode) => (
        <Switch
          key={mode}
          label={modeLabels[mode]}
          checked={chosen.includes(mode)}
          onChange={(on) => turn(mode, on)}
        />
      ))}
    </Sheet>
  )
}
