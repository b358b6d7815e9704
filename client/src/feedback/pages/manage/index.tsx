import { useState } from 'react'
import { useNow } from '../../../platform/clock.ts'
import { go } from '../../../platform/pages.ts'
import { rowsOf } from '../../../platform/queries.ts'
import { staffGrants, useSession } from '../../../platform/session.ts'
import { Box } from '../../../ui/Box'
import { Chips } from '../../../ui/Chips'
import { Loaded } from '../../../ui/Loaded'
import { Page } from '../../../ui/Page'
import { StateView } from '../../../ui/StateView'
import { AnswerForm } from '../../parts/answer-form.tsx'
import { More } from '../../parts/more.tsx'
import { OpinionCard } from '../../parts/opinion-card.tsx'
import styles from '../../parts/parts.module.scss'
import { useAll, useStatistic } from '../../requests.ts'

const states = [
  { value: 'waiting', label: '等待答复' },
  { value: 'answered', label: '已答复' },
] as const

/** What people think of the portal, for the city's staff, who answer it. */
export default function ManageOpinions() {
  const me = useSession((s) => s.me)
  const now = useNow()
  const runs = staffGrants(me, now).some(({ role }) => role === 'city')
  const [state, setState] = useState<'waiting' | 'answered'>('waiting')
  const [said, setSaid] = useState('')
  const query = useAll(state, runs)
  const { data: statistic } = useStatistic(runs)
  if (!runs) {
    return (
      <Page title="答复意见">
        <StateView
          kind="refused"
          title="这里给市级工作人员用"
          text={me ? '您的账号没有这个身份。' : '请先用工作人员的手机号登录。'}
          action={{ label: me ? '回我的' : '登录', onClick: () => go(me ? 'mine' : 'signIn') }}
        />
      </Page>
    )
  }
  return (
    <Page title="答复意见" demo={me?.demo ?? false}>
      <Box className={styles.stack}>
        {statistic && (
          <Box
            as="p"
            className={styles.words}
          >{`共 ${statistic.total} 条；等待答复 ${statistic.waiting} 条，其中过期 ${statistic.overdue} 条；要答复的已答复 ${statistic.answered} 条，按期 ${statistic.inTime} 条。`}</Box>
        )}
        <Chips label="按状态看" options={states} value={state} onChange={setState} />
        <Box className={styles.told} role="status">
          {said}
        </Box>
        <Loaded
          query={query}
          empty={(data) =>
            rowsOf(data).length > 0
              ? null
              : { title: state === 'waiting' ? '没有等待答复的意见' : '还没有答复过意见' }
          }
        >
          {(data) => (
            <Box className={styles.stack}>
              {rowsOf(data).map((opinion) => (
                <OpinionCard key={opinion.id} opinion={opinion} now={now}>
                  <AnswerForm opinion={opinion} onDone={setSaid} />
                </OpinionCard>
              ))}
              <More query={query} />
            </Box>
          )}
        </Loaded>
      </Box>
    </Page>
  )
}
