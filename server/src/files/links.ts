import { timingSafeEqual } from 'node:crypto'
import type { Picture } from '@tmt/shared/files/picture.ts'
import { MINUTE } from '@tmt/shared/time.ts'
import type { Secrets } from '../platform/secrets.ts'

const GOOD_FOR = 10 * MINUTE

const plain = (id: string) => ({ picture: `/files/${id}/picture`, thumbnail: `/files/${id}/thumbnail` })
const signatureOf = (secrets: Secrets, id: string, until: string) => secrets.index('file', `${id} ${until}`)

/** Addresses of a picture that not everybody may see: whoever has them sees it for ten minutes. */
export function signedLinks(secrets: Secrets, id: string, now: number) {
  const until = String(now + GOOD_FOR)
  const proof = `?until=${until}&signature=${signatureOf(secrets, id, until)}`
  const { picture, thumbnail } = plain(id)
  return { picture: picture + proof, thumbnail: thumbnail + proof }
}
export function isSigned(
  secrets: Secrets,
  { id, until, signature }: { id: string; until?: string | undefined; signature?: string | undefined },
  now: number,
) {
  if (until === undefined || signature === undefined) return false
  const [given, right] = [Buffer.from(signature), Buffer.from(signatureOf(secrets, id, until))]
  const left = Number(until) - now
  return given.length === right.length && timingSafeEqual(given, right) && left > 0 && left <= GOOD_FOR
}

/** A picture as features show it; signed where `secrets` are given, because not everybody may see it. */
export function pictureView(
  { file, alt }: { file: string | null; alt: string },
  signed: { secrets: Secrets; now: number } | null,
): Picture | null {
  if (file === null) return null
  return { file, alt, ...(signed ? signedLinks(signed.secrets, file, signed.now) : plain(file)) }
}
