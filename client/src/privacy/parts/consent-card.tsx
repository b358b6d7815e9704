import { consentChannels, type ConsentView, purposes, type Purpose } from '@tmt/shared/people/consent.ts'
import { sayTime } from '@tmt/shared/time.ts'
import { useState } from 'react'
import { go } from '../../platform/pages.ts'
import { Box } from '../../ui/Box'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Sheet } from '../../ui/Sheet'
import { Tag } from '../../ui/Tag'
import { Trouble } from '../../ui/Trouble'
import { useWithdrawConsent } from '../requests.ts'
import styles from './privacy.module.scss'

type Props = { purpose: Purpose; held: ConsentView | undefined; now: number }

/** One purpose: what it is, whether I agree, and the way out of it. */
export function ConsentCard({ purpose, held, now }: Props) {
  const { title, says, needed } = purposes[purpose]
  return (
    <Card>
      <Box className={styles.inner}>
        <Box as="h3" className={styles.heading}>
          {title}
        </Box>
        {held ? (
          <Tag tone="leaf">已同意</Tag>
        ) : (
          <Tag tone="neutral" icon="info">
            没有同意
          </Tag>
        )}
        <Box as="p" className={styles.words}>
          {says}
        </Box>
        <Box as="p" className={styles.note}>
          {held
            ? `${sayTime(held.at, now)} ${consentChannels[held.channel]}同意，隐私说明 ${held.version} 版`
            : needed
              ? '请看一遍隐私说明，同意后接着用。'
              : '不用就不问；要用的时候，那一页会单独问您。'}
        </Box>
        {held && !needed && <Withdraw purpose={purpose} />}
        {!held && needed && (
          <Button kind="secondary" block onClick={() => go('privacyNotice')}>
            看隐私说明
          </Button>
        )}
        {held && needed && (
          <Box as="p" className={styles.note}>
            撤回这一项就是注销账号：请按“注销账号”。
          </Box>
        )}
      </Box>
    </Card>
  )
}

function Withdraw({ purpose }: { purpose: Purpose }) {
  const { title, withdrawn } = purposes[purpose]
  const [open, setOpen] = useState(false)
  const withdraw = useWithdrawConsent(() => setOpen(false))
  return (
    <>
      <Button kind="secondary" block label={`撤回：${title}`} onClick={() => setOpen(true)}>
        撤回
      </Button>
      <Sheet
        open={open}
        title={`撤回“${title}”的同意吗？`}
        onClose={() => setOpen(false)}
        actions={
          <>
            <Button kind="danger" busy={withdraw.isPending} onClick={() => withdraw.mutate({ purpose })}>
              撤回
            </Button>
            <Button kind="secondary" block onClick={() => setOpen(false)}>
              不撤回
            </Button>
          </>
        }
      >
        <Box as="p" className={styles.words}>
          {withdrawn}
        </Box>
        <Trouble error={withdraw.error} />
      </Sheet>
    </>
  )
}
