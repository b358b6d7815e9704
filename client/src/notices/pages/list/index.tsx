import { Kind } from '@tmt/shared/notices/contract.ts'
import { kindLabels } from '@tmt/shared/notices/labels.ts'
import { concernedFirst } from '@tmt/shared/notices/rules.ts'
import { useState } from 'react'
import { useNow } from '../../../platform/clock.ts'
import { useCommunity } from '../../../platform/community.ts'
import { useDesk } from '../../../platform/desk.ts'
import { go } from '../../../platform/pages.ts'
import { rowsOf } from '../../../platform/queries.ts'
import { useShare } from '../../../platform/share.ts'
import { Box } from '../../../ui/Box'
import { Chips } from '../../../ui/Chips'
import { HomeLink } from '../../../ui/HomeLink'
import { Loaded } from '../../../ui/Loaded'
import { More } from '../../../ui/More'
import { Page } from '../../../ui/Page'
import { StateView } from '../../../ui/StateView'
import { isForMe, useHomesAt } from '../../parts/audience.ts'
import { NoticeItem } from '../../parts/notice-item.tsx'
import { useNotices } from '../../requests.ts'
import notices from '../../parts/notice.module.scss'
import styles from './index.module.scss'

type When = 'current' | 'past'
const times = [
  { value: 'current', label: '现在的' },
  { value: 'past', label: '往期' },
] as const
const kinds = [
  { value: 'all' as const, label: '全部' },
  ...Kind.options.map((value) => ({ value, label: kindLabels[value] })),
]

/** What there is to know here: the community's own notices, and those from the town, the district and the city. */
export default function Notices() {
  const community = useCommunity()
  const desk = useDesk()
  useShare({ title: `${community?.name ?? '泰民通'} · 通知`, page: 'notices' })
  if (community) return <Found key={community.code} code={community.code} name={community.name} />
  return (
    <Page title="通知" {...desk}>
      <StateView
        kind="empty"
        title="先选您的村或社区"
        text="选好后，这里是那里的停水停电、缴费、体检等通知；不登录也可以看。"
        action={{ label: '选村或社区', onClick: () => go('pickCommunity') }}
      />
    </Page>
  )
}

function Found({ code, name }: { code: string; name: string }) {
  const [when, setWhen] = useState<When>('current')
  const [kind, setKind] = useState<Kind | 'all'>('all')
  const now = useNow()
  const desk = useDesk()
  const query = useNotices({ division: code, when, kind: kind === 'all' ? undefined : kind })
  const pages = query.data?.pages ?? []
  const homes = useHomesAt(code, query.data ? rowsOf(query.data) : [])
  // Page by page, so that nothing that was seen moves when more is read.
  const rows = pages.flatMap(({ items }) => (when === 'past' ? items : concernedFirst(items, homes, now)))
  const next = kind === 'all' ? undefined : { label: '看全部类别', onClick: () => setKind('all') }
  return (
    <Page
      title={`通知 · ${name}`}
      wide="broad"
      demo={query.data ? rowsOf(query.data).some((notice) => notice.demo) : false}
      {...desk}
    >
      <HomeLink />
      <Box className={styles.columns}>
        <Box className={styles.filters}>
          <Chips label="看什么时候的" options={times} value={when} onChange={setWhen} />
          <Chips label="按类别看" options={kinds} value={kind} onChange={setKind} />
        </Box>
        <Box className={styles.list}>
          <Loaded
            query={query}
            empty={(data) =>
              rowsOf(data).length > 0
                ? null
                : {
                    title: when === 'past' ? '没有这样的往期通知' : '现在没有这样的通知',
                    text: '有要问的，可以打电话给社区或 12345。',
                    ...(next ? { action: next } : {}),
                  }
            }
          >
            {() => (
              <>
                <Box as="ul" className={notices.list}>
                  {rows.map((notice) => (
                    <NoticeItem
                      key={notice.id}
                      notice={notice}
                      now={now}
                      forMe={isForMe(notice, homes)}
                      onClick={() => go('notice', { id: notice.id })}
                    />
                  ))}
                </Box>
                <More query={query} />
              </>
            )}
          </Loaded>
        </Box>
      </Box>
    </Page>
  )
}
