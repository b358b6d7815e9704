import { go } from '../../platform/pages.ts'
import { rowsOf } from '../../platform/queries.ts'
import { useSession } from '../../platform/session.ts'
import { Box } from '../../ui/Box'
import { Button } from '../../ui/Button'
import { Loaded } from '../../ui/Loaded'
import { useManagedActivities } from '../requests.ts'
import { ActivityList } from './activity-list.tsx'
import { More } from './more.tsx'
import { rightsOver } from './rights.ts'
import styles from './managed.module.scss'

type Props = { community: string; now: number; onPick: (id: string) => void; chosen?: string | undefined }

export function ManagedList({ community, now, onPick, chosen }: Props) {
  const me = useSession((s) => s.me)
  const query = useManagedActivities(community)
  const { write } = rightsOver(me, community, now)
  const add = () => go('editActivity', { community })
  return (
    <Box className={styles.managed}>
      {write && <Button onClick={add}>新建活动</Button>}
      <Loaded
        query={query}
        empty={(data) =>
          rowsOf(data).length > 0
            ? null
            : {
                title: '还没有活动',
                text: write ? '新建一个,先存草稿也行。' : '社区工作者新建后会列在这里。',
              }
        }
        refused={() => ({ label: '回我的', onClick: () => go('mine') })}
      >
        {(data) => (
          <>
            <ActivityList activities={rowsOf(data)} now={now} onPick={onPick} chosen={chosen} />
            <More query={query} />
          </>
        )}
      </Loaded>
    </Box>
  )
}
