import { readFile, stat } from 'node:fs/promises'
import { join, resolve, sep } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Hono } from 'hono'
import { getMimeType } from 'hono/utils/mime'
import { type Answer, makeAnswer } from './answers.ts'
import { pageHeaders } from './headers.ts'
import type { Env } from './http.ts'
import { holds } from './replies.ts'

type Encoding = 'br' | 'gzip' | 'identity'
type File = { type: string; immutable: boolean; modified: number; bodies: Partial<Record<Encoding, Answer>> }

const textual = /^(text\/|application\/(javascript|json|manifest)|image\/svg)/
/** A content hash in the name: what stands under it never changes. */
const hashed = /[.-][0-9a-f]{8,}\.(js|css|png|jpg|svg|woff2?)$/
const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }
const squeezed = {
  br: (plain: Buffer) => promisify(brotliCompress)(plain, quality),
  gzip: (plain: Buffer) => promisify(gzip)(plain),
}

/** Files of one folder, read once and kept, compressed; a changed file is read again. */
function filesOf(folder: string) {
  const root = resolve(folder)
  const kept = new Map<string, File>()

  async function load(path: string): Promise<File | undefined> {
    const full = join(root, path)
    if (!full.startsWith(root + sep)) return undefined
    const info = await stat(full).catch(() => undefined)
    if (!info?.isFile()) return undefined
    const known = kept.get(full)
    if (known?.modified === info.mtimeMs) return known
    const type = getMimeType(full) ?? 'application/octet-stream'
    const bodies = { identity: makeAnswer(await readFile(full)) }
    const file = { type, bodies, immutable: hashed.test(full), modified: info.mtimeMs }
    kept.set(full, file)
    return file
  }
  return load
}

async function bodyOf(file: File, accepts: string): Promise<[Encoding, Answer]> {
  const plain = file.bodies.identity!
  const encoding = /\bbr\b/.test(accepts) ? 'br' : /\bgzip\b/.test(accepts) ? 'gzip' : 'identity'
  if (encoding === 'identity' || plain.body.length < 1024 || !textual.test(file.type))
    return ['identity', plain]
  file.bodies[encoding] ??= makeAnswer(await squeezed[encoding](plain.body))
  return [encoding, file.bodies[encoding]]
}

/** Serves the browser build: files as they are, and its one page for every address that the client's router knows. */
export function servePages(app: Hono<Env>, folder: string, extraHeaders: Record<string, string>) {
  const load = filesOf(folder)

  app.get('*', async (c, next) => {
    let path: string
    try {
      path = decodeURIComponent(c.req.path)
    } catch {
      return next()
    }
    if (path === '/api' || path.startsWith('/api/')) return next()
    const isFile = /\.\w+$/.test(path)
    // A missing file is missing; a missing page is the client's to answer.
    const file = (await load(path)) ?? (isFile ? undefined : await load('index.html'))
    if (!file) return next()
    const [encoding, { body, etag }] = await bodyOf(file, c.req.header('accept-encoding') ?? '')
    const headers = {
      ...pageHeaders,
      ...extraHeaders,
      ETag: etag,
      'Cache-Control': file.immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
      Vary: 'Accept-Encoding',
    }
    if (holds(c.req.header('if-none-match'), etag)) return c.body(null, 304, headers)
    const packed = encoding === 'identity' ? undefined : { 'Content-Encoding': encoding }
    return c.body(body, 200, { ...headers, 'Content-Type': file.type, ...packed })
  })
}
