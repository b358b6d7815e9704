import { useState } from 'react'
import * as clock from '../../platform/clock.ts'
import type { Desk } from '../../platform/desk.ts'
import { useDraft } from '../../platform/drafts.ts'
import type { FieldErrors } from '../../platform/form.ts'
import { goInstead } from '../../platform/pages.ts'
import { Box } from '../../ui/Box'
import { Button } from '../../ui/Button'
import { Restored } from '../../ui/FormNotes'
import { useCreateNotice } from '../staff-requests.ts'
import { checkFacts, emptyForm, errorsOf } from './form-value.ts'
import { FormPage } from './form-page.tsx'
import styles from './form.module.scss'

type Props = { division: string; place: string; desk: Desk; now: number; publish: boolean }

/** A new notice. What is typed is kept on this device until it was sent. */
export function NewForm({ division, place, desk, now, publish }: Props) {
  const [empty] = useState(() => emptyForm(desk.phone))
  const draft = useDraft(`notice:new:${division}`, empty)
  const [errors, setErrors] = useState<FieldErrors>({})
  const create = useCreateNotice(({ id, status }) => {
    draft.discard()
    goInstead('managedNotice', { id, said: status === 'draft' ? 'saved' : 'published' })
  })
  const submit = (goesOut: boolean) => {
    create.reset()
    const { facts, errors: wrong } = checkFacts(
      draft.value,
      { kind: goesOut ? 'publish' : 'draft' },
      clock.now(),
    )
    setErrors(wrong ?? {})
    if (facts) create.mutate({ division, ...facts, publish: goesOut })
  }
  return (
    <FormPage
      title={`写通知 · ${place}`}
      {...{ division, place, desk, now }}
      draft={draft}
      errors={{ ...errors, ...errorsOf(create.error) }}
      error={create.error}
      above={draft.restored && <Restored onDiscard={() => draft.discard()} />}
    >
      <Box className={styles.pair}>
        <Box className={styles.half}>
          <Button
            kind={publish ? 'secondary' : 'primary'}
            block
            busy={create.isPending}
            onClick={() => submit(false)}
          >
            先存草稿
          </Button>
        </Box>
        {publish && (
          <Box className={styles.half}>
            <Button busy={create.isPending} onClick={() => submit(true)}>
              发布
            </Button>
          </Box>
        )}
      </Box>
    </FormPage>
  )
}
