import type { HelpedAct } from '@tmt/shared/helping/contract.ts'
import { useState } from 'react'
import { useNow } from '../../../platform/clock.ts'
import { useDesk } from '../../../platform/desk.ts'
import { go } from '../../../platform/pages.ts'
import { rowsOf } from '../../../platform/queries.ts'
import { useSession } from '../../../platform/session.ts'
import { Box } from '../../../ui/Box'
import { Button } from '../../../ui/Button'
import { Card } from '../../../ui/Card'
import { Loaded } from '../../../ui/Loaded'
import { Page } from '../../../ui/Page'
import { Sheet } from '../../../ui/Sheet'
import { Trouble } from '../../../ui/Trouble'
import { SignInFirst } from '../../parts/sign-in-first.tsx'
import { useHelpedActs, useUndo } from '../../requests.ts'
import { ActWords } from '../../parts/act-words.tsx'
import styles from '../../parts/helping.module.scss'

/** What others did in my place, and the way to take it back. */
export default function HelpedActs() {
  const me = useSession((s) => s.me)
  const desk = useDesk()
  return (
    <Page title="别人替我办的" demo={me?.demo ?? false} {...desk}>
      {me ? <Acts /> : <SignInFirst text="登录后看得到别人替您办了什么，可以撤销。" />}
    </Page>
  )
}

function Acts() {
  const now = useNow()
  const query = useHelpedActs()
  return (
    <Loaded
      query={query}
      refused={() => ({ label: '重新登录', onClick: () => go('signIn') })}
      empty={(data) =>
        rowsOf(data).length > 0
          ? null
          : { title: '还没有别人替您办过', text: '有人替您办了，会发短信，也列在这里。' }
      }
    >
      {(data) => (
        <Box className={styles.column}>
          {rowsOf(data).map((act) => (
            <Act key={act.id} act={act} now={now} />
          ))}
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
        </Box>
      )}
    </Loaded>
  )
}

function Act({ act, now }: { act: HelpedAct; now: number }) {
  const { id, did, title, undoable } = act
  const [asking, setAsking] = useState(false)
  const undo = useUndo(() => setAsking(false))
  return (
    <Card>
      <Box className={styles.inner}>
        <ActWords
          act={act}
          now={now}
          as="h2"
          whose="您"
          tooLate="后来有了变化，或已经开始，不能再撤销；有问题请打社区窗口的电话。"
        />
        {undoable && (
          <Button kind="secondary" block label={`撤销：${did}，${title}`} onClick={() => setAsking(true)}>
            撤销
          </Button>
        )}
      </Box>
      <Sheet
        open={asking}
        title={`要撤销“${did}”吗？`}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button kind="danger" busy={undo.isPending} onClick={() => undo.mutate({ id })}>
              撤销
            </Button>
            <Button kind="secondary" block onClick={() => setAsking(false)}>
              不撤销
            </Button>
          </>
        }
      >
        <Box as="p" className={styles.words}>
          {title}
        </Box>
        <Trouble error={undo.error} />
      </Sheet>
    </Card>
  )
}
