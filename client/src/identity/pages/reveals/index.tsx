import { useState } from 'react'
import { useNow } from '../../../platform/clock.ts'
import { useDesk } from '../../../platform/desk.ts'
import { go } from '../../../platform/pages.ts'
import { rowsOf } from '../../../platform/queries.ts'
import { staffGrants, useSession } from '../../../platform/session.ts'
import { Box } from '../../../ui/Box'
import { Chips } from '../../../ui/Chips'
import { Loaded } from '../../../ui/Loaded'
import { Page } from '../../../ui/Page'
import { More } from '../../parts/more.tsx'
import { RevealCard } from '../../parts/reveal-card.tsx'
import { ReviewActions } from '../../parts/review-actions.tsx'
import { StaffOnly } from '../../parts/staff-only.tsx'
import { type ReviewState, useReveals } from '../../requests.ts'
import styles from '../../parts/identity.module.scss'

const states = [
  { value: 'waiting', label: '等复核' },
  { value: 'done', label: '复核过的' },
] as const

/** The next day somebody else looks at who looked at whom. */
export default function Reveals() {
  const me = useSession((s) => s.me)
  const now = useNow()
  const desk = useDesk()
  const [state, setState] = useState<ReviewState>('waiting')
  const reviewer = staffGrants(me, now).some(({ role }) => role === 'dpo')
  const query = useReveals(state, reviewer)
  if (!me || !reviewer) {
    return (
      <StaffOnly
        title="查看记录复核"
        refusal={{
          title: '这里给个人信息保护负责人用',
          text: '想知道谁看过您的信息，请到「我的 → 隐私 → 关于我的信息」。',
        }}
      />
    )
  }
  return (
    <Page title="查看记录复核" demo={me.demo} {...desk}>
      <Box className={styles.column}>
        <Chips options={states} value={state} onChange={setState} label="按复核情况看" />
        <Loaded
          query={query}
          empty={(data) =>
            rowsOf(data).length > 0
              ? null
              : state === 'waiting'
                ? { title: '没有等复核的', text: '今天的查看明天会列在这里。' }
                : { title: '还没有复核过的', text: '复核以后列在这里。' }
          }
          refused={() => ({ label: '回我的', onClick: () => go('mine') })}
        >
          {(data) => (
            <>
              {rowsOf(data).map((reveal) => (
                <RevealCard key={reveal.id} reveal={reveal} now={now}>
                  {state === 'waiting' && <ReviewActions reveal={reveal} />}
                </RevealCard>
              ))}
              <More query={query} />
            </>
          )}
        </Loaded>
      </Box>
    </Page>
  )
}
