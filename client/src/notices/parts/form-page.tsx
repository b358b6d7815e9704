import type { ManagedNotice } from '@tmt/shared/notices/staff-contract.ts'
import type { ReactNode } from 'react'
import type { Desk } from '../../platform/desk.ts'
import type { FieldErrors } from '../../platform/form.ts'
import { useWide } from '../../platform/wide'
import { Box } from '../../ui/Box'
import { Wrong } from '../../ui/FormNotes'
import { Page } from '../../ui/Page'
import { Trouble } from '../../ui/Trouble'
import { fieldNames, type FormValue } from './form-value.ts'
import { NoticeFields } from './notice-fields.tsx'
import { Preview } from './preview.tsx'
import styles from './form.module.scss'

type Props = {
  title: string
  division: string
  place: string
  desk: Desk
  now: number
  notice?: ManagedNotice
  draft: { value: FormValue; change: (patch: Partial<FormValue>) => void }
  errors: FieldErrors
  error: Error | null
  /** What is to be known before writing. */
  above: ReactNode
  /** The buttons. */
  children: ReactNode
}

/** Writing a notice: the fields, what comes of them, and the buttons that send it. */
export function FormPage(props: Props) {
  const { title, division, place, desk, now, notice, draft, errors, error, above, children } = props
  const wide = useWide()
  return (
    <Page
      title={title}
      demo={notice?.demo ?? false}
      wide={wide ? 'split' : 'single'}
      {...desk}
      footer={
        <Box className={styles.buttons}>
          {Object.keys(errors).length > 0 ? (
            <Wrong errors={errors} names={fieldNames} />
          ) : (
            <Trouble error={error} form />
          )}
          {children}
        </Box>
      }
    >
      <Box className={styles.form}>
        {above}
        <NoticeFields
          division={division}
          value={draft.value}
          change={draft.change}
          errors={errors}
          now={now}
          correcting={notice !== undefined && notice.status !== 'draft'}
        />
      </Box>
      <Box className={styles.beside}>
        <Preview value={draft.value} notice={notice} place={place} division={division} now={now} />
      </Box>
    </Page>
  )
}
