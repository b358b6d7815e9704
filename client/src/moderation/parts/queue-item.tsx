import { decideAppeal, keepContent, type QueueItem as Item } from '@tmt/shared/moderation/contract.ts'
import { causeLabels, reasonLabels } from '@tmt/shared/moderation/labels.ts'
import { sayTime } from '@tmt/shared/time.ts'
import { sayError } from '../../platform/errors.ts'
import { go } from '../../platform/pages.ts'
import { Box } from '../../ui/Box'
import { Button } from '../../ui/Button'
import { StateView } from '../../ui/StateView'
import { useKeep } from '../requests.ts'
import { AnswerAction } from './answer-action.tsx'
import { Checked, nameOf } from './checked.tsx'
import { HideAction } from './hide-action.tsx'
import styles from './item.module.scss'

type Props = {
  item: Item
  now: number
  /** False for those who see the queue and decide nothing. */
  may: boolean
  onDone: (said: string) => void
}

/** One thing that waits for a person, with all that helps to decide. */
export function QueueItem({ item, now, may, onDone }: Props) {
  const { cause, found, author, reports, appeal, shown, state, subjectId } = item
  const waits = appeal !== null && appeal.outcome === null
  const why = [cause && causeLabels[cause], found && `可能是${found}`].filter(Boolean).join('，')
  return (
    <Checked item={item} picture={item.picture}>
      {why !== '' && <Box as="p">{why}</Box>}
      <Box as="p" className={styles.note}>
        {`${author.me ? '您' : (author.name ?? '没有写称呼的人')}发布 · ${sayTime(item.changedAt, now)} · ${shown ? '居民现在能看到' : '居民现在看不到'}`}
      </Box>
      {reports.map(({ reason, note, at }, index) => (
        <Box as="p" key={`${at}${index}`} className={styles.words}>
          {`举报：${reasonLabels[reason]}${note && `，${note}`}`}
        </Box>
      ))}
      {appeal && (
        <Box as="p" className={styles.words}>
          {`申诉：${appeal.text}${appeal.answer === null ? '' : `（答复：${appeal.answer}）`}`}
        </Box>
      )}
      <Box className={styles.actions}>
        <Button
          kind="secondary"
          block
          onClick={() => go('managedActivity', { id: subjectId })}
          label={`看全文：${nameOf(item)}`}
        >
          看全文
        </Button>
        {may && state !== 'hidden' && <Decide item={item} onDone={onDone} />}
        {may && waits && (
          <AnswerAction
            item={item}
            onDone={() => onDone('已答复，发布的人会看到。')}
            disabledReason={whyNotAnswer(item)}
          />
        )}
      </Box>
    </Checked>
  )
}
function whyNotAnswer({ author, hiddenByMe }: Item) {
  if (author.me) return decideAppeal.refusals.ownWords.title
  return hiddenByMe ? decideAppeal.refusals.hiddenByYou.title : null
}

function Decide({ item, onDone }: Pick<Props, 'item' | 'onDone'>) {
  const keep = useKeep(() => onDone('已看过，居民能看到。'))
  const mine = item.author.me ? keepContent.refusals.ownWords.title : null
  return (
    <>
      {keep.error && <StateView kind="refused" title={sayError(keep.error)} />}
      <Button
        disabledReason={mine}
        busy={keep.isPending}
        onClick={() => keep.mutate({ id: item.id })}
        label={`可以显示：${nameOf(item)}`}
      >
        可以显示
      </Button>
      <HideAction
        item={item}
        disabledReason={mine}
        onDone={() => onDone('已隐藏，发布的人会看到原因，可以申诉。')}
      />
    </>
  )
}
