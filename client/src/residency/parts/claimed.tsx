import { type Claim, decideClaim } from '@tmt/shared/residency/staff-contract.ts'
import { go } from '../../platform/pages.ts'
import { useSession } from '../../platform/session.ts'
import { Box } from '../../ui/Box'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Tag } from '../../ui/Tag'
import type { useDecide } from '../requests.ts'
import { Decide } from './decide.tsx'
import { Fact, Facts } from './facts.tsx'
import { RevokeAction } from './revoke-action.tsx'
import { rightsOver } from './rights.ts'
import { type Shortcuts, useShortcuts } from './shortcuts'
import { StatusTag } from './status-tag.tsx'
import { sayDue, sayReason } from './wording.ts'
import styles from './stack.module.scss'

type Props = {
  claim: Claim
  now: number
  decide: ReturnType<typeof useDecide>
  /** Keys of the page that it stands in. */
  more?: Shortcuts | undefined
}

/** One claim as those who verify see it, with the answer to it. */
export function Claimed({ claim, now, decide, more = {} }: Props) {
  const me = useSession((s) => s.me)
  const { verify } = rightsOver(me, claim.communityId, now)
  const waits = claim.status === 'pending'
  const answers = waits && verify && claim.conflict === null
  return (
    <Box className={styles.stack}>
      <Box className={styles.head}>
        <Box as="h2" className={styles.title}>
          {claim.name}
        </Box>
        <StatusTag status={claim.status} />
        {waits && <DueTag claim={claim} now={now} />}
      </Box>
      {claim.note !== '' || claim.reason !== null ? (
        <Box as="p" className={styles.next}>{`写给本人的：${sayReason(claim)}`}</Box>
      ) : null}
      <Facts residency={claim}>
        <Fact icon="phone" name="手机" value={claim.phone} />
      </Facts>
      {waits && verify && claim.conflict !== null && <Conflict conflict={claim.conflict} />}
      {waits && !verify && (
        <Box as="p" className={styles.note}>
          核验由社区工作者和网格员办，这里只能看。
        </Box>
      )}
      {answers ? <Decide key={claim.id} claim={claim} decide={decide} more={more} /> : <Keys keys={more} />}
      {claim.status === 'verified' && verify && claim.conflict === null && <RevokeAction claim={claim} />}
    </Box>
  )
}

function Keys({ keys }: { keys: Shortcuts }) {
  useShortcuts(keys)
  return null
}

function Conflict({ conflict }: { conflict: NonNullable<Claim['conflict']> }) {
  return (
    <Card>
      <Box as="p">{decideClaim.refusals[conflict].title}</Box>
      {conflict === 'declareFirst' && (
        <Button kind="secondary" block onClick={() => go('relatives')}>
          去申报近亲属
        </Button>
      )}
    </Card>
  )
}

/** The clock: in words and with an icon, not by colour alone. */
export function DueTag({ claim, now }: { claim: Claim; now: number }) {
  const late = claim.dueAt !== null && now >= claim.dueAt
  return (
    <Tag tone={late ? 'plum' : 'neutral'} icon="clock">
      {claim.atDoor ? '本人在面前' : sayDue(claim.dueAt, now)}
    </Tag>
  )
}
