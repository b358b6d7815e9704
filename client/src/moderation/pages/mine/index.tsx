import type { MyItem } from '@tmt/shared/moderation/contract.ts'
import { useState } from 'react'
import { useDesk } from '../../../platform/desk.ts'
import { go } from '../../../platform/pages.ts'
import { rowsOf } from '../../../platform/queries.ts'
import { useSession } from '../../../platform/session.ts'
import { Box } from '../../../ui/Box'
import { Loaded } from '../../../ui/Loaded'
import { Page } from '../../../ui/Page'
import { StateView } from '../../../ui/StateView'
import { AppealAction } from '../../parts/appeal-action.tsx'
import { Checked } from '../../parts/checked.tsx'
import styles from '../../parts/item.module.scss'
import { More } from '../../parts/more.tsx'
import { useMyModeration } from '../../requests.ts'

/** What one has published that waits for a person or is hidden: why, and what can be done. */
export default function MyModeration() {
  const me = useSession((s) => s.me)
  const desk = useDesk()
  return (
    <Page title="我发布的内容" demo={me?.demo ?? false} {...desk}>
      {me ? (
        <Mine />
      ) : (
        <StateView
          kind="empty"
          title="登录后看您发布的内容"
          action={{ label: '登录', onClick: () => go('signIn') }}
        />
      )}
    </Page>
  )
}

function Mine() {
  const query = useMyModeration()
  const [said, setSaid] = useState('')
  return (
    <>
      <Box className={styles.done} role="status">
        {said}
      </Box>
      <Loaded
        query={query}
        empty={(data) =>
          rowsOf(data).length > 0
            ? null
            : { title: '您发布的内容都在正常显示', text: '有等人看的、被隐藏的，会列在这里并写明原因。' }
        }
        refused={() => ({ label: '重新登录', onClick: () => go('signIn') })}
      >
        {(data) => (
          <>
            <Box as="ul" className={styles.list}>
              {rowsOf(data).map((item) => (
                <Checked key={item.id} item={item}>
                  <Standing item={item} />
                  {item.mayAppeal && (
                    <AppealAction
                      item={item}
                      onDone={() => setSaid('已提交申诉，另一位工作人员会答复，结果显示在这里。')}
                    />
                  )}
                </Checked>
              ))}
            </Box>
            <More query={query} />
          </>
        )}
      </Loaded>
    </>
  )
}

function Standing({ item: { appeal, state, shown, mayAppeal } }: { item: MyItem }) {
  return (
    <>
      {state === 'review' && (
        <Box as="p">{`工作人员会看，${shown ? '现在别人还能看到' : '看过之前别人看不到'}。`}</Box>
      )}
      {mayAppeal && <Box as="p">您可以修改后重新发布，也可以申诉。</Box>}
      {appeal && (
        <Box as="p" className={styles.words}>
          {`您的申诉：${appeal.text}`}
        </Box>
      )}
      {appeal && (
        <Box as="p" className={styles.words}>
          {appeal.outcome === null
            ? '还没有答复，请等一等，或打社区窗口的电话。'
            : `${appeal.outcome === 'granted' ? '已恢复显示' : '仍然隐藏'}。答复：${appeal.answer ?? ''}`}
        </Box>
      )}
    </>
  )
}
