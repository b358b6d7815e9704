import type { ManagedNotice } from '@tmt/shared/notices/staff-contract.ts'
import { phaseOf } from '@tmt/shared/notices/rules.ts'
import { sayEnd } from '@tmt/shared/time.ts'
import { useState } from 'react'
import { useSession } from '../../platform/session.ts'
import { Box } from '../../ui/Box'
import { Loaded } from '../../ui/Loaded'
import { useManagedNotice } from '../staff-requests.ts'
import { DiscardAction } from './discard-action.tsx'
import { NoticeText } from './notice-text.tsx'
import { Outputs } from './outputs.tsx'
import { ChangeAction, PublishAction } from './publish-action.tsx'
import { rightsOver } from './rights.ts'
import { WithdrawAction } from './withdraw-action.tsx'
import styles from './managed.module.scss'

/** What has just been done elsewhere, told on arriving here. */
export type Told = 'saved' | 'published' | 'corrected'
type Props = {
  id: string
  now: number
  told?: Told | undefined
  onGone: () => void
  /** False where the page's own head shows the title. */
  titled?: boolean
  /** On a wide window: what it says beside what may be done. */
  columns?: boolean
}

/** One notice as its staff see it: what it says, what may be done now, and the ways in which it goes out. */
export function Managed({ id, now, told, onGone, titled = true, columns = false }: Props) {
  const query = useManagedNotice(id)
  return (
    <Loaded query={query} skeleton={{ kind: 'detail' }}>
      {(notice) => <Known key={notice.id} {...{ notice, now, told, onGone, titled, columns }} />}
    </Loaded>
  )
}

const sayPublished = ({ divisionName, validUntil }: ManagedNotice, now: number) =>
  `已发布，${divisionName}的居民现在就能看到，挂到 ${sayEnd(validUntil, now)}。不常看手机的人，请打印贴出来，或用广播念。`
const CORRECTED = '更正已发布，居民先看到改了什么。贴出来的请换成新的，念过广播的请再念一遍。'
const WITHDRAWN = '已撤回。居民会看到“已撤回”和原因。贴出来的请派人取下。'

type KnownProps = Omit<Props, 'id'> & { notice: ManagedNotice; titled: boolean; columns: boolean }
function Known({ notice, now, told, onGone, titled, columns }: KnownProps) {
  const me = useSession((s) => s.me)
  const rights = rightsOver(me, notice.division, now)
  const saved = rights.publish
    ? '草稿已存好，居民还看不到。看过没问题，再点“发布”。'
    : '草稿已存好，居民还看不到。请村（居）委会成员看过后发布。'
  const arrivals = { saved, published: sayPublished(notice, now), corrected: CORRECTED }
  const [said, setSaid] = useState(told ? arrivals[told] : '')
  const isDraft = notice.status === 'draft'
  const as = titled ? 'h3' : 'h2'
  return (
    <Box className={styles.managed}>
      <Box className={styles.done} role="status">
        {said}
      </Box>
      <NoticeText notice={notice} now={now} titled={titled} columns={columns}>
        <Box as="p" className={styles.note}>
          {isDraft
            ? '草稿，居民还看不到。'
            : `读过 ${notice.reads} 人（只有总数，不知道是谁）· ${
                phaseOf(notice, now) === 'current' ? '挂到' : '挂过，到'
              } ${sayEnd(notice.listedUntil, now)}`}
        </Box>
        <Box className={styles.actions}>
          {isDraft && rights.publish && (
            <PublishAction notice={notice} now={now} onDone={(done) => setSaid(sayPublished(done, now))} />
          )}
          {isDraft && !rights.publish && rights.write && (
            <Box as="p" className={styles.note}>
              发布由村（居）委会成员来做：请他们在“管理通知”里打开这份草稿。
            </Box>
          )}
          {(isDraft ? rights.write : rights.publish) && <ChangeAction notice={notice} now={now} />}
          {!isDraft && rights.withdraw && (
            <WithdrawAction notice={notice} onDone={() => setSaid(WITHDRAWN)} />
          )}
          {isDraft && rights.write && <DiscardAction notice={notice} onDone={onGone} />}
        </Box>
        <Outputs notice={notice} now={now} as={as} />
      </NoticeText>
    </Box>
  )
}
