import { answerOpinion, type Opinion } from '@tmt/shared/feedback/contract.ts'
import { obstacleToCorrect } from '@tmt/shared/feedback/rules.ts'
import { useState } from 'react'
import { useDraft } from '../../platform/drafts.ts'
import { checkForm } from '../../platform/form.ts'
import { Box } from '../../ui/Box'
import { Button } from '../../ui/Button'
import { TextArea } from '../../ui/TextArea'
import { Trouble } from '../../ui/Trouble'
import { useAnswer, useCorrect } from '../requests.ts'
import styles from './parts.module.scss'

/** Answers an opinion, or corrects the answer once. What is typed is kept on this device until it was sent. */
export function AnswerForm({ opinion, onDone }: { opinion: Opinion; onDone: (words: string) => void }) {
  const fresh = opinion.answer === null
  const draft = useDraft(`answer:${opinion.id}:${fresh ? 'first' : 'correction'}`, { text: '' })
  const [open, setOpen] = useState(false)
  const [missing, setMissing] = useState<string | null>(null)
  const done = () => {
    draft.discard({ text: '' })
    setOpen(false)
    onDone(fresh ? '已答复，提意见的人在“我的意见”里看得到。' : '已更正，原来的答复仍然看得到。')
  }
  const answer = useAnswer(done)
  const correct = useCorrect(done)
  const { mutate, error, isPending } = fresh ? answer : correct
  if (!fresh && obstacleToCorrect(opinion) !== null) return null
  const verb = fresh ? '答复' : '更正答复'
  if (!open) {
    return (
      <Button kind="secondary" label={`${verb}：${opinion.text.slice(0, 20)}`} onClick={() => setOpen(true)}>
        {verb}
      </Button>
    )
  }
  const submit = () => {
    const wrong = checkForm(answerOpinion.body, draft.value, { text: '请写 2 到 1000 个字' }).text ?? null
    setMissing(wrong)
    if (wrong === null) mutate({ id: opinion.id, ...draft.value })
  }
  return (
    <Box className={styles.stack}>
      <TextArea
        label={fresh ? '答复的内容' : '更正的内容'}
        hint={fresh ? '只能答复一次，说错了可以更正一次' : '只能更正一次'}
        maxLength={1000}
        value={draft.value.text}
        onChange={(text) => draft.change({ text })}
        error={missing}
      />
      <Trouble error={error} form />
      <Button busy={isPending} onClick={submit}>
        {fresh ? '发出答复' : '发出更正'}
      </Button>
    </Box>
  )
}
