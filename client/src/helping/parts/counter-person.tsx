import type { CounterAct, CounterHelp, HelpConflict } from '@tmt/shared/helping/counter-contract.ts'
import { endAtCounter } from '@tmt/shared/helping/counter-contract.ts'
import { helpChannelLabels, kinshipLabels } from '@tmt/shared/helping/labels.ts'
import { isoDay, sayTime } from '@tmt/shared/time.ts'
import { useState } from 'react'
import { go } from '../../platform/pages.ts'
import { Box } from '../../ui/Box'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Loaded } from '../../ui/Loaded'
import { useEndAtCounter, useHelpedPerson, useUndoAtCounter } from '../counter-requests.ts'
import { ReasonSheet } from './reason-sheet.tsx'
import { ActWords } from './act-words.tsx'
import styles from './helping.module.scss'

type Props = { community: string; person: string; now: number }

/** Who may act for one person, and what was done last; each with what the counter may do on request. */
export function CounterPerson({ community, person, now }: Props) {
  const query = useHelpedPerson(community, person)
  return (
    <Loaded query={query} refused={() => ({ label: '重新登录', onClick: () => go('signIn') })}>
      {({ name, phone, helpedBy, acts }) => (
        <Box className={styles.column}>
          <Box as="h2" className={styles.heading}>
            {`能替 ${name} 办的人`}
          </Box>
          <Box as="p" className={styles.note}>
            {`${phone}。结束、撤销都要本人要求，双方都会收到短信。`}
          </Box>
          {helpedBy.length === 0 && (
            <Box as="p" className={styles.note}>
              现在没有人能替他办。
            </Box>
          )}
          {helpedBy.map((help) => (
            <HelpHere key={help.id} help={help} community={community} now={now} />
          ))}
          <Box as="h2" className={styles.heading}>
            最近替他办的
          </Box>
          {acts.length === 0 && (
            <Box as="p" className={styles.note}>
              还没有人替他办过。
            </Box>
          )}
          {acts.map((act) => (
            <ActHere key={act.id} act={act} community={community} now={now} />
          ))}
        </Box>
      )}
    </Loaded>
  )
}

/** Why not this worker, and what to do instead. */
function Conflict({ conflict }: { conflict: HelpConflict }) {
  return (
    <>
      <Box as="p" className={styles.note}>
        {endAtCounter.refusals[conflict].title}
      </Box>
      {conflict === 'declareFirst' && (
        <Button kind="secondary" block onClick={() => go('relatives')}>
          去申报近亲属
        </Button>
      )}
    </>
  )
}

function HelpHere({ help, community, now }: { help: CounterHelp; community: string; now: number }) {
  const { id, name, phone, kinship, channel, beganAt, endsAt, conflict } = help
  const [asking, setAsking] = useState(false)
  const end = useEndAtCounter(() => setAsking(false))
  return (
    <Card>
      <Box className={styles.inner}>
        <Box as="h3" className={styles.heading}>
          {name}
        </Box>
        <Box as="p" className={styles.note}>
          {`${kinshipLabels[kinship]} · ${phone} · ${sayTime(beganAt, now)} ${helpChannelLabels[channel]}`}
        </Box>
        {endsAt !== null && (
          <Box as="p" className={styles.note}>
            {`本人 ${isoDay(endsAt)} 满 18 周岁，到那天自动结束。`}
          </Box>
        )}
        {conflict === null ? (
          <Button kind="secondary" block label={`结束帮办：${name}`} onClick={() => setAsking(true)}>
            结束帮办
          </Button>
        ) : (
          <Conflict conflict={conflict} />
        )}
      </Box>
      {asking && (
        <ReasonSheet
          title="要结束这份帮办吗？"
          text={`${name} 马上不能再替本人办。办过的不会自动取消。`}
          does="结束帮办"
          command={{ ...end, mutate: (reason) => end.mutate({ communityId: community, id, reason }) }}
          onClose={() => setAsking(false)}
        />
      )}
    </Card>
  )
}

function ActHere({ act, community, now }: { act: CounterAct; community: string; now: number }) {
  const { id, did, title, undoable, conflict } = act
  const [asking, setAsking] = useState(false)
  const undo = useUndoAtCounter(() => setAsking(false))
  return (
    <Card>
      <Box className={styles.inner}>
        <ActWords act={act} now={now} as="h3" whose="本人" tooLate="后来有了变化，或已经开始，不能再撤销。" />
        {undoable && conflict === null && (
          <Button kind="secondary" block label={`撤销：${did}，${title}`} onClick={() => setAsking(true)}>
            撤销
          </Button>
        )}
        {undoable && conflict !== null && <Conflict conflict={conflict} />}
      </Box>
      {asking && (
        <ReasonSheet
          title={`要撤销“${did}”吗？`}
          text={title}
          does="撤销"
          command={{ ...undo, mutate: (reason) => undo.mutate({ communityId: community, id, reason }) }}
          onClose={() => setAsking(false)}
        />
      )}
    </Card>
  )
}
