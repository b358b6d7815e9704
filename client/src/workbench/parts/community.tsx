import type { Due } from '@tmt/shared/due.ts'
import { type ReactNode, useCallback, useState } from 'react'
import { useDesk } from '../../platform/desk.ts'
import { go } from '../../platform/pages.ts'
import { rowsOf } from '../../platform/queries.ts'
import { useWide } from '../../platform/wide'
import { Box } from '../../ui/Box'
import { Button } from '../../ui/Button'
import { Loaded } from '../../ui/Loaded'
import { Page } from '../../ui/Page'
import { useDue } from '../requests.ts'
import { Beside } from './beside'
import { Counts } from './counts.tsx'
import { DueList } from './due-list.tsx'
import { KeyHelp } from './key-help.tsx'
import { enter, hasKeys, useListKeys } from './keys'
import { openDue } from './kinds.ts'
import styles from './board.module.scss'

const LIST = 'due-list'
const BESIDE = 'due-beside'

/** One community's work: a list on a phone; on a wide window what was picked stands beside it. */
export function Community({ code, now, places }: { code: string; now: number; places: ReactNode }) {
  const wide = useWide()
  const desk = useDesk(code)
  const query = useDue(code)
  const [chosen, setChosen] = useState<string>()
  const [helping, setHelping] = useState(false)
  const onHelp = useCallback(() => setHelping(true), [])
  useListKeys({ list: LIST, beside: BESIDE, onHelp })
  const items = query.data ? rowsOf(query.data) : []
  // The most pressing one stands open, so that the right side is never empty.
  const shown = items.find(({ id }) => id === chosen) ?? items[0]
  const pick = (due: Due) => {
    if (!wide) return openDue(due)
    setChosen(due.id)
    enter(BESIDE)
  }
  return (
    <Page title="工作台" {...desk} wide={wide && shown ? 'split' : 'single'}>
      <Box className={styles.list}>
        {places}
        <Loaded
          query={query}
          empty={(data) =>
            rowsOf(data).length > 0
              ? null
              : {
                  title: '眼下没有等着办的事',
                  text: '快到日子的活动、还没发布的草稿会列在这里。',
                  action: { label: '看全部活动', onClick: () => go('manageActivities', { community: code }) },
                }
          }
          refused={() => ({ label: '回我的', onClick: () => go('mine') })}
        >
          {(data) => {
            const { counts } = data.pages[0]!
            return (
              <>
                <Counts counts={counts} />
                {wide && hasKeys && (
                  <Box as="p" className={styles.note}>
                    按 j、k 键上下挑，回车打开，? 看全部按键
                  </Box>
                )}
                <DueList
                  id={LIST}
                  {...{ items, counts, now }}
                  onPick={pick}
                  chosen={wide ? shown?.id : undefined}
                />
                {query.hasNextPage && (
                  <Button
                    kind="secondary"
                    block
                    busy={query.isFetchingNextPage}
                    onClick={() => void query.fetchNextPage()}
                  >
                    再看一些
                  </Button>
                )}
              </>
            )
          }}
        </Loaded>
      </Box>
      {wide && shown && (
        <Box as="section" id={BESIDE} label="详情" className={styles.beside}>
          <Beside
            key={`${shown.kind}${shown.id}`}
            due={shown}
            now={now}
            onGone={() => setChosen(undefined)}
          />
        </Box>
      )}
      {helping && <KeyHelp onClose={() => setHelping(false)} />}
    </Page>
  )
}
