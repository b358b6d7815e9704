import { decideClaim, type Claim } from '@tmt/shared/residency/staff-contract.ts'
import { sayTime } from '@tmt/shared/time.ts'
import { go } from '../../platform/pages.ts'
import { Box } from '../../ui/Box'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Tag } from '../../ui/Tag'
import { Decide } from './decide.tsx'
import { Facts } from './facts.tsx'
import { Revoke } from './revoke.tsx'
import { SeatOfClaim } from './seat-staff.tsx'
import { StatusTag } from './status-tag.tsx'
import { sayDue, sayReason } from './wording.ts'
import styles from './stack.module.scss'

type Props = {
  claim: Claim
  now: number
  /** Whether this person verifies at all; the committee reads. */
  may: boolean
  onDone: (said: string) => void
}

/** One claim before its verifier: who, where, until when, and the answer. */
export function ClaimView({ claim, now, may, onDone }: Props) {
  const { status, dueAt, name, phone, conflict, atDoor } = claim
  return (
    <Box className={styles.stack}>
      <Box className={styles.head}>
        <Box as="h2" className={styles.title}>
          {`${name} ${phone}`}
        </Box>
        {atDoor ? (
          <Tag tone="ginkgo" icon="person">
            本人在面前
          </Tag>
        ) : status === 'pending' ? (
          <DueTag dueAt={dueAt} now={now} />
        ) : (
          <StatusTag status={status} />
        )}
      </Box>
      {claim.urgedAt !== null && (
        <Box as="p" className={styles.next}>
          {`${sayTime(claim.urgedAt, now)} 已经催过；本人和上级都看得到逾期。`}
        </Box>
      )}
      <Facts residency={claim} />
      {(status === 'needMore' || status === 'rejected' || status === 'revoked') && (
        <Box as="p" className={styles.next}>{`原因：${sayReason(claim)}`}</Box>
      )}
      {conflict !== null && status === 'pending' && (
        <Card>
          <Box as="p" className={styles.next}>
            {decideClaim.refusals[conflict].title}
          </Box>
          {conflict === 'declareFirst' && (
            <Button kind="secondary" onClick={() => go('relatives')}>
              去申报近亲属
            </Button>
          )}
        </Card>
      )}
      {may && conflict === null && status === 'pending' && (
        <Decide key={claim.id} claim={claim} onDone={onDone} />
      )}
      {status === 'verified' && claim.kind !== 'workOnly' && (
        <SeatOfClaim key={`seat${claim.id}`} id={claim.id} may={may && conflict === null} />
      )}
      {may && conflict === null && status === 'verified' && (
        <Revoke key={claim.id} claim={claim} onDone={onDone} />
      )}
      {!may && status === 'pending' && (
        <Box as="p" className={styles.note}>
          核验由社区工作者和网格员来做，您可以看。
        </Box>
      )}
    </Box>
  )
}

export function DueTag({ dueAt, now }: { dueAt: number | null; now: number }) {
  const late = dueAt !== null && now >= dueAt
  const words = sayDue(dueAt, now)
  return (
    <Tag tone={late ? 'plum' : words === '今天到期' ? 'ginkgo' : 'river'} icon="clock">
      {words}
    </Tag>
  )
}
