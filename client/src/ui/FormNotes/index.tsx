import type { FieldErrors } from '../../platform/form.ts'
import { Box } from '../Box'
import { Button } from '../Button'
import { Card } from '../Card'
import styles from '../Trouble/index.module.scss'

/** What was kept from last time, and the way to begin anew. */
export function Restored({ onDiscard }: { onDiscard: () => void }) {
  return (
    <Card>
      <Box as="p">上次没写完的内容还在，可以接着写。</Box>
      <Button kind="text" onClick={onDiscard}>
        不要了，重新写
      </Button>
    </Card>
  )
}

type BehindProps = { title: string; onKeep: () => void; onTake: () => void }
/** It was changed meanwhile, by a colleague or on another device: nothing is sent before one of the two was chosen, and nothing typed is lost by itself. */
export function Behind({ title, onKeep, onTake }: BehindProps) {
  return (
    <Card>
      <Box as="p" role="alert">
        {`您在写的时候，“${title}”改过了：可能是同事改的，也可能是您另外改的。用哪一份？`}
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

type WrongProps = { errors: FieldErrors; names: Readonly<Record<string, string>> }
/** Beside the button: which fields are wrong, since they may be far up the page. */
export function Wrong({ errors, names: known }: WrongProps) {
  const names = Object.keys(errors).map((field) => known[field] ?? field)
  if (names.length === 0) return null
  return (
    <Box className={styles.trouble} role="alert">
      {`有 ${names.length} 处要改：${names.join('、')}`}
    </Box>
  )
}
