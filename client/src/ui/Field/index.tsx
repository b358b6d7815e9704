import { useId, useMemo } from 'react'
import { Box } from '../Box'
import { Icon } from '../Icon'
import { cx } from '../cx.ts'
import { FieldContext } from './context.ts'
import { Label } from './label'
import type { FieldProps } from './types.ts'
import styles from './index.module.scss'

export type { FieldProps } from './types.ts'

export function Field({
  label,
  hint,
  error = null,
  required = true,
  group = false,
  children,
}: FieldProps & { group?: boolean }) {
  const id = useId()
  const describedBy = cx(hint !== undefined && `${id}hint`, error !== null && `${id}error`) || undefined
  const state = useMemo(
    () => ({ id, label, describedBy, error, required }),
    [id, label, describedBy, error, required],
  )
  return (
    <Box className={cx(styles.field, error !== null && styles.wrong)}>
      <Label id={`${id}label`} htmlFor={group ? undefined : id} className={styles.label}>
        {required ? label : `${label}（选填）`}
      </Label>
      {hint !== undefined && (
        <Box id={`${id}hint`} className={styles.hint}>
          {hint}
        </Box>
      )}
      {error !== null && (
        <Box id={`${id}error`} className={styles.error} role="alert">
          <Icon name="warning" size={18} />
          <Box as="span" className={styles.errorWords}>
            {error}
          </Box>
        </Box>
      )}
      <FieldContext.Provider value={state}>{children}</FieldContext.Provider>
    </Box>
  )
}
