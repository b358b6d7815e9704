import type { Opinion } from '@tmt/shared/feedback/contract.ts'
import { kindLabels } from '@tmt/shared/feedback/labels.ts'
import { sayTime } from '@tmt/shared/time.ts'
import type { ReactNode } from 'react'
import { Box } from '../../ui/Box'
import { Card } from '../../ui/Card'
import { Tag } from '../../ui/Tag'
import { sayDay } from './wording.ts'
import styles from './parts.module.scss'

type Props = { opinion: Opinion; now: number; children?: ReactNode }

/** One opinion with what was answered, and what was corrected of it. */
export function OpinionCard({ opinion, now, children }: Props) {
  const { kind, text, page, at, answerBy, answer, answeredAt, correction, correctedAt } = opinion
  const late = answer === null && answerBy !== null && now >= answerBy
  return (
    <Card>
      <Box className={styles.stack}>
        <Box className={styles.tags}>
          <Tag tone="river" icon="info">
            {kindLabels[kind]}
          </Tag>
          {answer !== null ? (
            <Tag tone="leaf">已答复</Tag>
          ) : late ? (
            <Tag tone="plum">过了答复期限</Tag>
          ) : (
            <Tag tone="neutral">{answerBy === null ? '不用答复' : '等待答复'}</Tag>
          )}
        </Box>
        <Box as="p" className={styles.words}>
          {text}
        </Box>
        <Box as="p" className={styles.note}>{`提交于 ${sayTime(at, now)}`}</Box>
        {page !== '' && <Box as="p" className={styles.note}>{`关于页面：${page}`}</Box>}
        {answer === null && answerBy !== null && (
          <Box as="p" className={styles.note}>{`最晚 ${sayDay(answerBy, now)}答复`}</Box>
        )}
        {answer !== null && answeredAt !== null && (
          <Box as="p" className={styles.words}>{`${sayTime(answeredAt, now)} 答复：${answer}`}</Box>
        )}
        {correction !== null && correctedAt !== null && (
          <Box as="p" className={styles.words}>{`${sayTime(correctedAt, now)} 更正：${correction}`}</Box>
        )}
        {children}
      </Box>
    </Card>
  )
}
