import { type RevealView, reviewReveal } from '@tmt/shared/identity/contract.ts'
import { useState } from 'react'
import { Box } from '../../ui/Box'
import { Button } from '../../ui/Button'
import { Sheet } from '../../ui/Sheet'
import { TextArea } from '../../ui/TextArea'
import { Trouble } from '../../ui/Trouble'
import { useReview } from '../requests.ts'
import styles from './identity.module.scss'

/** Either nothing is wrong with it, or there is a question to whoever looked. */
export function ReviewActions({ reveal }: { reveal: RevealView }) {
  const [asking, setAsking] = useState(false)
  const [note, setNote] = useState('')
  const [missing, setMissing] = useState<string | null>(null)
  const review = useReview(() => setAsking(false))
  const { id } = reveal
  const question = () => {
    const wrong = note.trim() === '' ? reviewReveal.refusals.noteMissing.title : null
    setMissing(wrong)
    if (wrong === null) review.mutate({ id, outcome: 'questioned', note })
  }
  const what = `${reveal.by}，${reveal.reason}`
  return (
    <>
      {!asking && <Trouble error={review.error} />}
      <Box className={styles.pair}>
        <Box className={styles.half}>
          <Button
            kind="secondary"
            block
            label={`没有问题：${what}`}
            busy={review.isPending && !asking}
            onClick={() => review.mutate({ id, outcome: 'fine', note: '' })}
          >
            没有问题
          </Button>
        </Box>
        <Box className={styles.half}>
          <Button kind="secondary" block label={`提出疑问：${what}`} onClick={() => setAsking(true)}>
            提出疑问
          </Button>
        </Box>
      </Box>
      <Sheet
        open={asking}
        title="提出疑问"
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button busy={review.isPending} onClick={question}>
              发给查看的人
            </Button>
            <Button kind="secondary" block onClick={() => setAsking(false)}>
              先不提
            </Button>
          </>
        }
      >
        <Box as="p" className={styles.words}>
          {`${reveal.by}会在自己的查看记录里看到。急的请打电话：${reveal.byPhone}`}
        </Box>
        <Trouble error={review.error} />
        <TextArea
          label="疑问和要求"
          maxLength={200}
          rows={3}
          value={note}
          onChange={setNote}
          error={missing}
          placeholder="例如：请说明来电时间，并附登记簿页码"
        />
      </Sheet>
    </>
  )
}
