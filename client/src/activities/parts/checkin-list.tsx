import { modeLabels } from '@tmt/shared/activities/checkin-labels.ts'
import type { CheckinRow } from '@tmt/shared/activities/checkin-staff-contract.ts'
import { sayTime } from '@tmt/shared/time.ts'
import { useState } from 'react'
import { now as clock } from '../../platform/clock.ts'
import { newKey } from '../../platform/keys.ts'
import { Box } from '../../ui/Box'
import { Button } from '../../ui/Button'
import { Sheet } from '../../ui/Sheet'
import { Tag } from '../../ui/Tag'
import { TextField } from '../../ui/TextField'
import { Trouble } from '../../ui/Trouble'
import { type Checkins, useExcuse, useUndo } from '../checkin-staff-requests.ts'
import { waitingIds } from './kept-checkins.ts'
import styles from './checkin.module.scss'

/** So many rows are drawn: a name finds the others. */
const DRAWN = 60
type Asked = { row: CheckinRow; what: 'undo' | 'excuse' }
type Props = { id: string; checkins: Checkins; now: number; byHand: boolean; ended: boolean }

/** Who is expected, with a tick for each; those who are not there yet come first. */
export function CheckinList({ id, checkins, now, byHand, ended }: Props) {
  const { state, download, note, changeRow } = checkins
  const [find, setFind] = useState('')
  const [asked, setAsked] = useState<Asked | null>(null)
  const waits = waitingIds(state)
  const isIn = (row: CheckinRow) => row.attended !== null || waits.has(row.signupId)
  const found = state.rows.filter(({ name }) => name.includes(find.trim()))
  const shown = [...found.filter((row) => !isIn(row)), ...found.filter(isIn)].slice(0, DRAWN)
  return (
    <Box as="section" className={styles.stack}>
      <Box as="h2" className={styles.heading}>
        名单
      </Box>
      <Trouble error={download.error} />
      <Button kind="secondary" block busy={download.isPending} onClick={() => download.mutate()}>
        {state.rosterAt === null ? '下载名单到这部手机' : '重新下载名单'}
      </Button>
      <Box as="p" className={styles.note}>
        {state.rosterAt === null
          ? '去没有网络的地方，请先下载；查看会留下记录，两天后自己删去。'
          : `${state.rows.length} 人，${sayTime(state.rosterAt, now)} 下载；没有网络也能勾。`}
      </Box>
      {state.rosterAt !== null && (
        <TextField label="找名字" required={false} value={find} onChange={setFind} />
      )}
      <Box as="ul" className={styles.people}>
        {shown.map((row) => (
          <Box as="li" key={row.signupId} className={styles.person}>
            <Box>{row.name}</Box>
            {row.attended ? (
              <>
                <Tag tone="leaf">{`${modeLabels[row.attended.how]}，${sayTime(row.attended.at, now)}`}</Tag>
                <Button
                  kind="text"
                  label={`撤销签到：${row.name}`}
                  onClick={() => setAsked({ row, what: 'undo' })}
                >
                  撤销签到
                </Button>
              </>
            ) : waits.has(row.signupId) ? (
              <Tag tone="ginkgo">已记下，还没有上传</Tag>
            ) : ended ? (
              row.excused ? (
                <Tag tone="neutral">没来，说明过原因</Tag>
              ) : (
                <Button
                  kind="text"
                  label={`说明过原因：${row.name}`}
                  onClick={() => setAsked({ row, what: 'excuse' })}
                >
                  说明过原因
                </Button>
              )
            ) : (
              byHand && (
                <Button
                  kind="secondary"
                  label={`代签：${row.name}`}
                  onClick={() => note({ id: newKey(), how: 'hand', signupId: row.signupId, at: clock() })}
                >
                  代签
                </Button>
              )
            )}
          </Box>
        ))}
      </Box>
      {found.length > DRAWN && (
        <Box as="p" className={styles.note}>
          {`还有 ${found.length - DRAWN} 人没有列出，请用名字找。`}
        </Box>
      )}
      {asked && (
        <Why
          key={asked.row.signupId}
          id={id}
          asked={asked}
          onClose={() => setAsked(null)}
          onDone={() => {
            changeRow(asked.row.signupId, asked.what === 'undo' ? { attended: null } : { excused: true })
            setAsked(null)
          }}
        />
      )}
    </Box>
  )
}

type WhyProps = { id: string; asked: Asked; onClose: () => void; onDone: () => void }
function Why({ id, asked: { row, what }, onClose, onDone }: WhyProps) {
  const [reason, setReason] = useState('')
  const undo = useUndo(onDone)
  const excuse = useExcuse(onDone)
  const send = what === 'undo' ? undo : excuse
  const words = what === 'undo' ? '撤销签到' : '记下原因'
  const short = reason.trim().length < 2 ? '请写明原因，至少 2 个字' : null
  return (
    <Sheet
      open
      title={what === 'undo' ? `要撤销${row.name}的签到吗？` : `${row.name}没来，说明过什么？`}
      onClose={onClose}
      actions={
        <Button
          busy={send.isPending}
          disabledReason={short}
          onClick={() => send.mutate({ id, signupId: row.signupId, reason })}
        >
          {words}
        </Button>
      }
    >
      <Trouble error={send.error} form />
      <TextField
        label="原因"
        maxLength={100}
        value={reason}
        onChange={setReason}
        placeholder={what === 'undo' ? '例如：签错了人' : '例如：前一天打过电话，临时有事'}
      />
    </Sheet>
  )
}
