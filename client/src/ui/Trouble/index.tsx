import { Refused, sayError, Unreachable } from '../../platform/errors.ts'
import { Box } from '../Box'
import { Icon } from '../Icon'
import styles from './index.module.scss'

type Props = {
  error: Error | null
  /** What was pressed sends what a person wrote: it is not lost. */
  form?: boolean
}

/** Why the last press did not work, beside the button that was pressed; read aloud at once. */
export function Trouble({ error, form = false }: Props) {
  if (error === null) return null
  const more =
    error instanceof Unreachable
      ? `${form ? '您填写的内容还在，' : ''}连上网后再点一次就行，不会重复提交`
      : error instanceof Refused
        ? error.detail
        : null
  return (
    <Box className={styles.trouble} role="alert">
      <Icon name="warning" size={20} />
      <Box className={styles.words}>{[sayError(error), more].filter(Boolean).join('。')}</Box>
    </Box>
  )
}
