import { sayTime } from '@tmt/shared/time.ts'
import { useState } from 'react'
import { useNow } from '../../../platform/clock.ts'
import { useDesk } from '../../../platform/desk.ts'
import { discardDrafts } from '../../../platform/drafts.ts'
import { forgetIntentions } from '../../../platform/intentions.ts'
import { ownerHere } from '../../../platform/owner.ts'
import { go } from '../../../platform/pages.ts'
import { endSession, useSession } from '../../../platform/session.ts'
import { Box } from '../../../ui/Box'
import { Button } from '../../../ui/Button'
import { Card } from '../../../ui/Card'
import { Page } from '../../../ui/Page'
import { Sheet } from '../../../ui/Sheet'
import { Tag } from '../../../ui/Tag'
import { Trouble } from '../../../ui/Trouble'
import { SignInFirst } from '../../parts/sign-in-first.tsx'
import { useLeave } from '../../requests.ts'
import styles from '../../parts/privacy.module.scss'

const happens = [
  ['马上', '所有设备退出登录，还没开始的活动退掉报名，名额让给别人。'],
  ['14 天里', '改了主意，用原来的手机号或微信登录一次就恢复；退掉的报名要重新报。'],
  ['第 15 天以前', '手机号、称呼、实名信息、登录记录删除，不能再恢复。'],
  [
    '法律要留的',
    '操作审计保留 3 年，同意和查看的记录保留 3 年作凭据；里面不再有您的姓名、手机号和身份证号。',
  ],
] as const

/** Closing the account: what happens when, and until when it can be undone. */
export default function Leave() {
  const me = useSession((s) => s.me)
  const desk = useDesk()
  const [until, setUntil] = useState<number | null>(null)
  if (until !== null) return <Left until={until} />
  return (
    <Page title="注销账号" demo={me?.demo ?? false} {...desk}>
      {me ? (
        <Box className={styles.column}>
          {happens.map(([when, what]) => (
            <Card key={when}>
              <Box className={styles.inner}>
                <Box as="h2" className={styles.heading}>
                  {when}
                </Box>
                <Box as="p" className={styles.words}>
                  {what}
                </Box>
              </Box>
            </Card>
          ))}
          <Box as="p" className={styles.note}>
            只是不想再实名，到「隐私」里撤回那一项就行，不用注销。要留一份自己的信息，请先导出。
          </Box>
          <LeaveAction onLeft={setUntil} />
        </Box>
      ) : (
        <SignInFirst text="要注销账号，请先用那个账号登录。" />
      )}
    </Page>
  )
}

function LeaveAction({ onLeft }: { onLeft: (until: number) => void }) {
  const [open, setOpen] = useState(false)
  const leave = useLeave()
  const submit = () => {
    const owner = ownerHere()
    const onSuccess = ({ erasedFrom }: { erasedFrom: number }) => {
      onLeft(erasedFrom)
      endSession()
      discardDrafts(owner)
      forgetIntentions(owner)
    }
    leave.mutate({}, { onSuccess })
  }
  return (
    <>
      <Button kind="danger" onClick={() => setOpen(true)}>
        注销账号
      </Button>
      <Sheet
        open={open}
        title="要注销账号吗？"
        onClose={() => setOpen(false)}
        actions={
          <>
            <Button kind="danger" busy={leave.isPending} onClick={submit}>
              注销账号
            </Button>
            <Button kind="secondary" block onClick={() => setOpen(false)}>
              不注销
            </Button>
          </>
        }
      >
        <Box as="p" className={styles.words}>
          账号马上停用。14 天内登录一次可以恢复，以后就不能了。
        </Box>
        <Trouble error={leave.error} />
      </Sheet>
    </>
  )
}

function Left({ until }: { until: number }) {
  const now = useNow()
  const desk = useDesk()
  return (
    <Page title="注销账号" {...desk}>
      <Card>
        <Box className={styles.inner} role="status">
          <Tag tone="leaf">账号已停用</Tag>
          <Box as="p" className={styles.words}>
            {`${sayTime(until, now)} 前登录一次就能恢复；过了这个时间，您的信息会删除。`}
          </Box>
          <Box as="p" className={styles.note}>
            不登录也可以看公告、活动和电话，窗口照样可以办。
          </Box>
        </Box>
      </Card>
      <Button onClick={() => go('home')}>回首页</Button>
    </Page>
  )
}
