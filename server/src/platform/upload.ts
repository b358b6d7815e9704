import { createHash } from 'node:crypto'
import type { Command } from '@tmt/shared/contract.ts'
import type { Context, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { problem } from './problem.ts'

/** A file as it was sent. In a command's digest its own hash stands for it. */
export class SentFile {
  readonly bytes: Buffer
  constructor(bytes: Buffer) {
    this.bytes = bytes
  }
  toJSON() {
    return createHash('sha256').update(this.bytes).digest('hex')
  }
}

/** What stands around the file: boundaries, its name. */
const AROUND = 16 * 1024

/** The checks before the body of an upload is read. */
export function uploadChecks({ maxBytes }: NonNullable<Command['file']>): MiddlewareHandler[] {
  const multipart: MiddlewareHandler = async (c, next) => {
    if (!/^multipart\/form-data\s*;/i.test(c.req.header('content-type') ?? ''))
      throw problem('wrongContentType')
    await next()
  }
  const limit = bodyLimit({
    maxSize: maxBytes + AROUND,
    onError: () => {
      throw problem('tooLarge')
    },
  })
  return [multipart, limit]
}

/** The one file of an upload. Its name and the type that it is said to be are not looked at. */
export async function readUpload(c: Context, { maxBytes }: NonNullable<Command['file']>) {
  const parts = await c.req.formData().catch(() => {
    throw problem('malformed')
  })
  const [[name, file] = [], ...more] = [...parts.entries()]
  if (name !== 'file' || !(file instanceof Blob) || more.length > 0)
    throw problem('invalidInput', { fields: [{ path: 'file', message: '一次传一个文件' }] })
  if (file.size > maxBytes) throw problem('tooLarge')
  return new SentFile(Buffer.from(await file.arrayBuffer()))
}
