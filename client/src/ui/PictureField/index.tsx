import type { Uploaded } from '@tmt/shared/files/contract.ts'
import { useState } from 'react'
import { isUnsettled, sayError } from '../../platform/errors.ts'
import { newKey } from '../../platform/keys.ts'
import { choosePicture } from '../../platform/pictures'
import { Box } from '../Box'
import { Button } from '../Button'
import { Field, type FieldProps } from '../Field'
import { Picture } from '../Picture'
import styles from './index.module.scss'

export type PictureFieldProps = Omit<FieldProps, 'children' | 'required'> & {
  /** What it is a picture of, for the names of the buttons: `活动的配图`. */
  what: string
  /** What was chosen; `shown` is where it is fetched from, as long as its address is good. */
  value: { shown: string | null; alt: string } | null
  onChange: (picture: Uploaded | null) => void
}
type Sending = { key: string; send: (key: string) => Promise<Uploaded> }

/** One picture: it is sent at once when it is chosen, and what comes back is shown. */
export function PictureField({ what, value, onChange, error = null, ...field }: PictureFieldProps) {
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  /** What may still come to its end: trying again is the same upload. */
  const [again, setAgain] = useState<Sending | null>(null)

  async function deliver(sending: Sending) {
    setBusy(true)
    setTrouble(null)
    setAgain(null)
    try {
      onChange(await sending.send(sending.key))
    } catch (failure) {
      if (isUnsettled(failure)) setAgain(sending)
      setTrouble(`${sayError(failure)}。别的内容不受影响。`)
    } finally {
      setBusy(false)
    }
  }
  async function choose() {
    const send = await choosePicture()
    if (send) await deliver({ key: newKey(), send })
  }
  return (
    <Field {...field} error={trouble ?? error} required={false} group>
      <Box className={styles.box}>
        {value?.shown && (
          <Picture
            key={value.shown}
            picture={{ alt: value.alt || '刚选的图片', picture: value.shown, thumbnail: value.shown }}
            size="thumbnail"
            shape="whole"
          />
        )}
        <Box className={styles.buttons} role="status">
          {again && !busy && (
            <Button kind="secondary" onClick={() => void deliver(again)}>
              再传一次
            </Button>
          )}
          <Button
            kind="secondary"
            busy={busy}
            label={`${value ? '换一张' : '选一张图片'}：${what}`}
            onClick={() => void choose()}
          >
            {value ? '换一张' : '选一张图片'}
          </Button>
          {value && (
            <Button kind="text" label={`不要图片了：${what}`} onClick={() => onChange(null)}>
              不要图片了
            </Button>
          )}
        </Box>
      </Box>
    </Field>
  )
}
