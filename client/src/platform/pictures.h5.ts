import { uploadFile, type Uploaded } from '@tmt/shared/files/contract.ts'
import { addressOf, authorized, outcomeOf } from './call.ts'
import { Unreachable } from './errors.ts'

type SendPicture = (key: string) => Promise<Uploaded>
/** A large photograph on a slow line. */
const PATIENCE = 60_000

/** The browser's own dialog. Taro's reads the file through a `blob:` address, which our policy forbids. */
export function choosePicture(): Promise<SendPicture | null> {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = 'image/jpeg,image/png,image/webp'
  return new Promise((resolve) => {
    input.addEventListener('cancel', () => resolve(null))
    input.addEventListener('change', () => {
      const file = input.files?.[0]
      resolve(file ? (key) => send(file, key) : null)
    })
    input.click()
  })
}

async function send(file: File, key: string): Promise<Uploaded> {
  const body = new FormData()
  body.append('file', file)
  const patience = new AbortController()
  const timer = setTimeout(() => patience.abort(), PATIENCE)
  try {
    const answer = await fetch(addressOf(uploadFile.path), {
      method: 'POST',
      headers: authorized({ 'Idempotency-Key': key }),
      body,
      signal: patience.signal,
    })
    return outcomeOf<Uploaded>({ statusCode: answer.status, data: await answer.text() })
  } catch (error) {
    // A refusal is an answer; everything else is none.
    throw error instanceof Error && error.name === 'Refused' ? error : new Unreachable(error)
  } finally {
    clearTimeout(timer)
  }
}
