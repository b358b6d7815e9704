import type { Category } from '@tmt/shared/activities/contract.ts'
import { daysOfSpan } from '@tmt/shared/activities/days.ts'
import { parentOf } from '@tmt/shared/divisions/rules.ts'
import { useState } from 'react'
import { ActivityList } from '../../activities/parts/activity-list.tsx'
import { More } from '../../ui/More'
import { useActivities } from '../../activities/requests.ts'
import { useNow } from '../../platform/clock.ts'
import { useCommunity } from '../../platform/community.ts'
import { go } from '../../platform/pages.ts'
import { rowsOf } from '../../platform/queries.ts'
import { useShare } from '../../platform/share.ts'
import { Box } from '../../ui/Box'
import { Loaded } from '../../ui/Loaded'
import { StateView } from '../../ui/StateView'
import { Shell } from '../shell.tsx'
import { Filters, type Places, type Scope, type When } from './filters.tsx'
import styles from './filters.module.scss'

export default function Activities() {
  const community = useCommunity()
  useShare({ title: `泰民通 · ${community ? `${community.name}的` : '社区'}活动`, page: 'activities' })
  return community ? <Found code={community.code} /> : <Nowhere />
}

function Nowhere() {
  return (
    <Shell current="activities" title="活动">
      <StateView
        kind="empty"
        title="先选您的村或社区"
        text="选好后，这里列出那里的活动；不登录也可以看。"
        action={{ label: '选村或社区', onClick: () => go('pickCommunity') }}
      />
    </Shell>
  )
}

function Found({ code }: { code: string }) {
  const [scope, setScope] = useState<Scope>('community')
  const [when, setWhen] = useState<When>('upcoming')
  const [places, setPlaces] = useState<Places>('any')
  const [category, setCategory] = useState<Category | 'all'>('all')
  const now = useNow()
  const past = when === 'past'
  const query = useActivities({
    division: scope === 'community' ? code : (parentOf(code) ?? code),
    when: past ? 'past' : 'upcoming',
    ...(past || when === 'upcoming' ? {} : daysOfSpan(when, now)),
    ...(!past && places === 'free' ? { free: 'yes' as const } : {}),
    category: category === 'all' ? undefined : category,
  })
  const next =
    category !== 'all'
      ? { label: '看全部类别', onClick: () => setCategory('all') }
      : places === 'free' && !past
        ? { label: '名额已满的也看', onClick: () => setPlaces('any') }
        : scope === 'community'
          ? { label: '看全镇（街道）的', onClick: () => setScope('town') }
          : when !== 'upcoming' && !past
            ? { label: '看以后所有的', onClick: () => setWhen('upcoming') }
            : undefined
  return (
    <Shell
      current="activities"
      title="活动"
      wide="broad"
      demo={query.data ? rowsOf(query.data).some((activity) => activity.demo) : false}
    >
      <Box className={styles.columns}>
        <Filters {...{ scope, setScope, when, setWhen, places, setPlaces, category, setCategory }} />
        <Box className={styles.list}>
          <Loaded
            query={query}
            empty={(data) =>
              rowsOf(data).length > 0
                ? null
                : {
                    title: past ? '没有以前的活动' : '近期没有这样的活动',
                    text: '想办什么活动，可以打电话告诉社区。',
                    ...(next ? { action: next } : {}),
                  }
            }
          >
            {(data) => (
              <>
                <ActivityList activities={rowsOf(data)} now={now} />
                <More query={query} />
              </>
            )}
          </Loaded>
        </Box>
      </Box>
    </Shell>
  )
}
