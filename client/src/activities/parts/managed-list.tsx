import { go } from '../../platform/pages.ts'
import { rowsOf } from '../../platform/queries.ts'
import { Box } from '../../ui/Box'
import { Loaded } from '../../ui/Loaded'
import { useManagedActivities } from '../staff-requests.ts'
import { ManagedRows } from './managed-rows'
import { More } from '../../ui/More'
import styles from './managed.module.scss'

type Props = {
  community: string
  now: number
  onPick: (id: string) => void
  chosen?: string | undefined
  /** Whether this person may begin one: said where there is none yet. */
  write: boolean
}

export function ManagedList({ community, now, onPick, chosen, write }: Props) {
  const query = useManagedActivities(community)
  return (
    <Box className={styles.managed}>
      <Loaded
        query={query}
        empty={(data) =>
          rowsOf(data).length > 0
            ? null
            : {
                title: '还没有活动',
                text: write ? '新建一个，先存草稿也行。' : '社区工作者新建后会列在这里。',
              }
        }
        refused={() => ({ label: '回我的', onClick: () => go('mine') })}
      >
        {(data) => (
          <>
            <ManagedRows activities={rowsOf(data)} now={now} onPick={onPick} chosen={chosen} />
            <More query={query} />
          </>
        )}
      </Loaded>
    </Box>
  )
}
