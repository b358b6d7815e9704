import type { ManagedOrganization } from '@tmt/shared/organizations/contract.ts'
import { kindLabels } from '@tmt/shared/organizations/labels.ts'
import { CHECK_EVERY, checkDue } from '@tmt/shared/organizations/rules.ts'
import { isoDay } from '@tmt/shared/time.ts'
import { useState } from 'react'
import { go } from '../../platform/pages.ts'
import { Box } from '../../ui/Box'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Sheet } from '../../ui/Sheet'
import { Tag } from '../../ui/Tag'
import { Trouble } from '../../ui/Trouble'
import { useConfirm, useMove, useRemove } from '../requests.ts'
import styles from './organizations.module.scss'

type Props = {
  card: ManagedOrganization
  now: number
  first: boolean
  last: boolean
  /** Whoever only looks in from above does nothing here. */
  writes: boolean
  onSay: (words: string) => void
}

/** One card with all that its staff may do to it. */
export function ManagedCard({ card, now, writes, ...acts }: Props) {
  const { kind, name, phone, checkedAt, reports } = card
  const overdue = now >= checkedAt + CHECK_EVERY
  return (
    <Card>
      <Box className={styles.office}>
        <Box as="h2" className={styles.name}>
          {name}
        </Box>
        <Box className={styles.tags}>
          <Tag tone="river" icon="building">
            {kindLabels[kind]}
          </Tag>
          {reports > 0 && <Tag tone="plum">{`${reports} 人说打不通`}</Tag>}
          {overdue && <Tag tone="ginkgo">该核对了</Tag>}
        </Box>
        <Box as="p" className={styles.words}>
          {phone}
        </Box>
        <Box as="p" className={styles.note}>{`上次核对：${isoDay(checkedAt)}`}</Box>
        {writes && <Acts card={card} now={now} {...acts} />}
      </Box>
    </Card>
  )
}

function Acts({ card, now, first, last, onSay }: Omit<Props, 'writes'>) {
  const { id, communityId, name, version } = card
  const confirm = useConfirm(() => onSay(`“${name}”已核对，明年这时候会再提醒您。`))
  const move = useMove()
  return (
    <>
      <Box className={styles.row}>
        <Button
          kind={checkDue(card, now) ? 'secondary' : 'text'}
          busy={confirm.isPending}
          label={`核对过，没有变：${name}`}
          onClick={() => confirm.mutate({ id, version })}
        >
          核对过，没有变
        </Button>
        <Button
          kind="text"
          label={`修改：${name}`}
          onClick={() => go('editOrganization', { community: communityId, id })}
        >
          修改
        </Button>
        <Button
          kind="text"
          label={`往前移：${name}`}
          busy={move.isPending}
          disabledReason={first ? '已经在最前面' : null}
          onClick={() => move.mutate({ id, direction: 'up' })}
        >
          往前移
        </Button>
        <Button
          kind="text"
          label={`往后移：${name}`}
          busy={move.isPending}
          disabledReason={last ? '已经在最后面' : null}
          onClick={() => move.mutate({ id, direction: 'down' })}
        >
          往后移
        </Button>
        <Remove card={card} onDone={() => onSay(`“${name}”已撤下，居民看不到了。`)} />
      </Box>
      <Trouble error={confirm.error ?? move.error} />
    </>
  )
}

function Remove({ card: { id, name }, onDone }: { card: ManagedOrganization; onDone: () => void }) {
  const [open, setOpen] = useState(false)
  const remove = useRemove(onDone)
  return (
    <>
      <Button kind="text" label={`撤下：${name}`} onClick={() => setOpen(true)}>
        撤下
      </Button>
      <Sheet
        open={open}
        title={`要撤下“${name}”吗？`}
        onClose={() => setOpen(false)}
        actions={
          <>
            <Button kind="danger" busy={remove.isPending} onClick={() => remove.mutate({ id })}>
              撤下名片
            </Button>
            <Button kind="secondary" block onClick={() => setOpen(false)}>
              留着
            </Button>
          </>
        }
      >
        <Trouble error={remove.error} />
        <Box as="p">撤下后居民看不到这张名片，也找不回来；以后要用，请重新写。</Box>
      </Sheet>
    </>
  )
}
