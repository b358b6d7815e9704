import type { ActivityDetail } from '@tmt/shared/activities/contract.ts'
import type { FieldErrors } from '../../platform/form.ts'
import { Box } from '../../ui/Box'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { fieldNames } from './form-value.ts'
import troubles from './trouble.module.scss'
import styles from './form.module.scss'

/** What was kept from last time, and the way to begin anew. */
export function Restored({ onDiscard }: { onDiscard: () => void }) {
  return (
    <Card>
      <Box as="p" className={styles.note}>
        上次没写完的内容还在，可以接着写。
      </Box>
      <Button kind="text" onClick={onDiscard}>
        不要了，重新写
      </Button>
    </Card>
  )
}

type BehindProps = { activity: ActivityDetail; onKeep: () => void; onTake: () => void }
/** It was changed meanwhile, by a colleague or on another device: nothing is sent before one of the two was chosen, and nothing typed is lost by itself. */
export function Behind({ activity, onKeep, onTake }: BehindProps) {
  return (
    <Card>
      <Box as="p" className={styles.note} role="alert">
        {`您在写的时候，“${activity.title}”改过了：可能是同事改的，也可能是您另外改的。用哪一份？`}
      </Box>
      <Button kind="secondary" block onClick={onKeep}>
        用我写的
      </Button>
      <Button kind="secondary" block onClick={onTake}>
        用已经改好的，我写的不要了
      </Button>
    </Card>
  )
}

/** Beside the button: which fields are wrong, since they may be far up the page. */
export function Wrong({ errors }: { errors: FieldErrors }) {
  const names = Object.keys(errors).map((field) => fieldNames[field as keyof typeof fieldNames] ?? field)
  if (names.length === 0) return null
  return (
    <Box className={troubles.trouble} role="alert">
      {`有 ${names.length} 处要改：${names.join('、')}`}
    </Box>
  )
}
