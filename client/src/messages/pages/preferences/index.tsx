import { type Preferences, type Quiet } from '@tmt/shared/messages/inbox-contract.ts'
import { channelLabels, kinds } from '@tmt/shared/messages/labels.ts'
import { useNow } from '../../../platform/clock.ts'
import { useDesk } from '../../../platform/desk.ts'
import { sayError } from '../../../platform/errors.ts'
import { go } from '../../../platform/pages.ts'
import { staffGrants, useSession } from '../../../platform/session.ts'
import { Box } from '../../../ui/Box'
import { ChoiceField } from '../../../ui/ChoiceField'
import { Loaded } from '../../../ui/Loaded'
import { Page } from '../../../ui/Page'
import { StateView } from '../../../ui/StateView'
import { Switch } from '../../../ui/Switch'
import styles from '../../parts/parts.module.scss'
import { sayMinute } from '../../parts/wording.ts'
import { usePreferences, useSetQuiet, useSetWants } from '../../inbox-requests.ts'

/** How this person is told, beside the inbox. */
export default function MessagePreferences() {
  const me = useSession((s) => s.me)
  const desk = useDesk()
  const now = useNow()
  const query = usePreferences()
  return (
    <Page title="消息提醒" demo={me?.demo ?? false} {...desk}>
      {me ? (
        <Loaded
          query={query}
          skeleton={{ kind: 'form' }}
          refused={() => ({ label: '重新登录', onClick: () => go('signIn') })}
        >
          {(preferences) => (
            <>
              <Box as="p">每条消息都在“我的消息”里，不会少。这里选要不要另外提醒您，改了马上生效。</Box>
              <Kinds preferences={preferences} atWork={staffGrants(me, now).length > 0} />
              <QuietHours quiet={preferences.quiet} />
            </>
          )}
        </Loaded>
      ) : (
        <StateView
          kind="empty"
          title="登录后选怎样提醒您"
          text="登录后，可以选要不要微信通知和短信，晚上几点以后不打扰。"
          action={{ label: '登录', onClick: () => go('signIn') }}
        />
      )}
    </Page>
  )
}

const notes = {
  subscribe: '在微信小程序里办这件事时点“允许”，才会发',
  sms: '紧急的事，或您没有用微信时才发',
} as const

/** What staff are told of their day stands before staff alone. */
function Kinds({ preferences, atWork }: { preferences: Preferences; atWork: boolean }) {
  const set = useSetWants()
  // What was pressed shows at once; a refusal takes it back.
  const pressed = set.isPending ? set.variables : null
  const shown = preferences.kinds
    .filter(({ kind }) => kind !== 'work' || atWork)
    .map((kept) => (kept.kind === pressed?.kind ? pressed : kept))
  return (
    <>
      {shown.map(({ kind, ...wants }) => (
        <Box as="section" key={kind} className={styles.section}>
          <Box as="h2" className={styles.heading}>
            {kinds[kind].title}
          </Box>
          <Box as="p" className={styles.note}>
            {kinds[kind].note}
          </Box>
          {kinds[kind].may.length > 0 && (
            <Box className={styles.rows}>
              {kinds[kind].may.map((channel) => (
                <Switch
                  key={channel}
                  label={channelLabels[channel]}
                  note={notes[channel]}
                  checked={wants[channel]}
                  onChange={(on) => set.mutate({ kind, ...wants, [channel]: on })}
                />
              ))}
            </Box>
          )}
        </Box>
      ))}
      {set.error && (
        <StateView kind="failed" title={sayError(set.error)} text="没有改成，原来的还在。" phone={false} />
      )}
    </>
  )
}

const span = (from: number, to: number) => `${from * 60}-${to * 60}`
const OFF = 'off'
const usual = [
  { value: span(21, 8), label: '21:00 到第二天 8:00' },
  { value: span(22, 7), label: '22:00 到第二天 7:00' },
  { value: span(20, 9), label: '20:00 到第二天 9:00' },
] as const
const off = { value: OFF, label: '不用免打扰', hint: '什么时候都可以提醒' } as const

function QuietHours({ quiet: saved }: { quiet: Quiet }) {
  const set = useSetQuiet()
  const quiet = set.isPending ? set.variables : saved
  const own = `${quiet.from}-${quiet.to}`
  const known = usual.some(({ value }) => value === own)
  const kept =
    known || !quiet.on ? [] : [{ value: own, label: `${sayMinute(quiet.from)} 到 ${sayMinute(quiet.to)}` }]
  const choose = (value: string) => {
    const [from = quiet.from, to = quiet.to] = value === OFF ? [] : value.split('-').map(Number)
    set.mutate({ on: value !== OFF, from, to })
  }
  return (
    <Box as="section" className={styles.section}>
      <Box as="h2" className={styles.heading}>
        免打扰
      </Box>
      <ChoiceField
        label="什么时候不提醒您"
        hint="一天之内就要开始的活动取消或变更，是紧急的，不受这个限制；其余的等到时段过了再提醒。"
        options={[...usual, ...kept, off]}
        value={quiet.on ? own : OFF}
        onChange={choose}
      />
      {set.error && (
        <StateView kind="failed" title={sayError(set.error)} text="没有改成，原来的还在。" phone={false} />
      )}
    </Box>
  )
}
