import type { ActivityDetail } from '@tmt/shared/activities/detail-contract.ts'
import { phaseOf } from '@tmt/shared/activities/phase.ts'
import type { Candidate, Declaration, Who } from '@tmt/shared/activities/signup-contract.ts'
import { sayTime } from '@tmt/shared/time.ts'
import { useState } from 'react'
import { Box } from '../../ui/Box'
import { Button } from '../../ui/Button'
import { Loaded } from '../../ui/Loaded'
import { Sheet } from '../../ui/Sheet'
import { Switch } from '../../ui/Switch'
import { Trouble } from '../../ui/Trouble'
import { askForSignup } from './asking.ts'
import { useCandidates, useSignUp } from '../signup-requests.ts'
import { ChildSheet } from './child-sheet.tsx'
import { sayDeclaration } from './signup-wording.ts'
import styles from './signup-panel.module.scss'

type Props = { activity: ActivityDetail; now: number; chosen: 'self' | 'nobody'; onClose: () => void }
const keyOf = (who: Who) => (who.kind === 'self' ? 'self' : who.id)

/** Who is coming: oneself, the household, one's children, each with what has to be said of them. */
export function PartySheet({ activity, now, chosen, onClose }: Props) {
  const query = useCandidates(activity.id)
  const [coming, setComing] = useState<readonly string[]>(chosen === 'self' ? ['self'] : [])
  const [said, setSaid] = useState<Readonly<Record<string, readonly Declaration[]>>>({})
  const [missing, setMissing] = useState(false)
  const [adding, setAdding] = useState(false)
  const join = useSignUp()
  if (adding) return <ChildSheet onClose={() => setAdding(false)} />

  const those = (query.data?.items ?? []).filter(
    ({ who, obstacle }) => obstacle === null && coming.includes(keyOf(who)),
  )
  const saidOf = (who: Who) => said[keyOf(who)] ?? []
  const complete = those.every(({ who, asks }) => asks.every((one) => saidOf(who).includes(one)))
  const send = async () => {
    setMissing(!complete)
    if (!complete || those.length === 0) return
    await askForSignup(phaseOf(activity, now))
    try {
      // Oneself comes first in the list: a child is taken with its guardian.
      for (const { who } of those)
        await join.mutateAsync({ id: activity.id, who, declared: [...saidOf(who)] })
      onClose()
    } catch {
      // Said above; whoever is on the list already stands there no more.
    }
  }
  const toggle = (who: Who, on: boolean) =>
    setComing(on ? [...coming, keyOf(who)] : coming.filter((key) => key !== keyOf(who)))
  const declare = (who: Who, one: Declaration, on: boolean) => {
    const rest = saidOf(who).filter((other) => other !== one)
    setSaid({ ...said, [keyOf(who)]: on ? [...rest, one] : rest })
  }
  return (
    <Sheet
      open
      title="谁来参加？"
      onClose={onClose}
      actions={
        <>
          <Button
            busy={join.isPending}
            disabledReason={those.length === 0 ? '请先选谁来' : null}
            onClick={() => void send()}
          >
            {those.length > 1 ? `报名 ${those.length} 人` : '确认报名'}
          </Button>
          <Button kind="text" onClick={() => setAdding(true)}>
            登记一个孩子
          </Button>
        </>
      }
    >
      <Trouble error={join.error} />
      <Loaded query={query}>
        {({ items, hint }) => (
          <Box className={styles.panel}>
            {hint !== null && <Box as="p">{hint}</Box>}
            {items.length === 0 && <Box as="p">您和家人都在名单上了。别的孩子可以先登记。</Box>}
            {items.map((one) => (
              <One
                key={keyOf(one.who)}
                activity={activity}
                now={now}
                candidate={one}
                on={coming.includes(keyOf(one.who))}
                said={saidOf(one.who)}
                onToggle={(on) => toggle(one.who, on)}
                onDeclare={(which, on) => declare(one.who, which, on)}
              />
            ))}
          </Box>
        )}
      </Loaded>
      {missing && !complete && (
        <Box role="alert" className={styles.missing}>
          请先把要确认的几项都打开
        </Box>
      )}
    </Sheet>
  )
}

type OneProps = {
  activity: ActivityDetail
  now: number
  candidate: Candidate
  on: boolean
  said: readonly Declaration[]
  onToggle: (on: boolean) => void
  onDeclare: (one: Declaration, on: boolean) => void
}
function One({ activity, now, candidate, on, said, onToggle, onDeclare }: OneProps) {
  const { name, obstacle, asks, clash } = candidate
  const called = name ?? '我自己'
  if (obstacle !== null)
    return (
      <Box>
        <Box className={styles.name}>{called}</Box>
        <Box className={styles.words}>{obstacle}</Box>
      </Box>
    )
  const note = clash && `同一时间还报了“${clash.title}”（${sayTime(clash.startsAt, now)}）`
  return (
    <Box className={styles.entry}>
      <Switch label={called} {...(note !== null && { note })} checked={on} onChange={onToggle} />
      {on &&
        asks.map((one) => (
          <Switch
            key={one}
            label={sayDeclaration(activity, one)}
            note={called}
            checked={said.includes(one)}
            onChange={(yes) => onDeclare(one, yes)}
          />
        ))}
    </Box>
  )
}
