import { readFile, stat } from 'node:fs/promises'
import { join, normalize, sep } from 'node:path'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { promisify } from 'node:util'
import type { Hono } from 'hono'
import { getMimeType } from 'hono/utils/mime'
import { pageHeaders } from './headers.ts'
import type { Env } from './http.ts'

const squeeze = { br: promisify(brotliCompress), gzip: promisify(gzip) }
const quality = { [constants.BROTLI_PARAM_QUALITY]: 6 }
type Encoding = 'br' | 'gzip' | 'plain'
type File = { type: string; bodies: Partial<Record<Encoding, Buffer>>; immutable: boolean; modified: number }

const textual = /^(text\/|application\/(javascript|json|manifest)|image\/svg)/
/** A content hash in the name: what stands under it never changes. */
const hashed = /[.-][0-9a-f]{8,}\.(js|css|png|svg|woff2?)$/

/**
 * Serves the browser build: files as they are, and its one page for every address that the client's router knows.
 * Files are read once and kept, compressed; a changed file is read again.
 */
export function servePages(app: Hono<Env>, folder: string, extraHeaders: Record<string, string>) {
  const root = normalize(folder)
  const kept = new Map<string, File>()

  async function load(path: string): Promise<File | undefined> {
    const full = normalize(join(root, path))
    if (!full.startsWith(root + sep)) return undefined
    const info = await stat(full).catch(() => undefined)
    if (!info?.isFile()) return undefined
    const known = kept.get(full)
    if (known?.modified === info.mtimeMs) return known
    const type = getMimeType(full) ?? 'application/octet-stream'
    const file = {
      type,
      bodies: { plain: await readFile(full) },
      immutable: hashed.test(full),
      modified: info.mtimeMs,
    }
    kept.set(full, file)
    return file
  }
  async function bodyOf(file: File, accepts: string): Promise<[Encoding, Buffer]> {
    const plain = file.bodies.plain!
    const encoding = /\bbr\b/.test(accepts) ? 'br' : /\bgzip\b/.test(accepts) ? 'gzip' : 'plain'
    if (encoding === 'plain' || plain.length < 1024 || !textual.test(file.type)) return ['plain', plain]
    file.bodies[encoding] ??=
      encoding === 'br' ? await squeeze.br(plain, { params: quality }) : await squeeze.gzip(plain)
    return [encoding, file.bodies[encoding]]
  }

  app.get('*', async (c, next) => {
    let path: string
    try {
      path = decodeURIComponent(c.req.path)
    } catch {
      return next()
    }
    if (path === '/api' || path.startsWith('/api/')) return next()
    // A missing file is missing; a missing page is the client's to answer.
    const file =
      (path !== '/' && (await load(path))) || (/\.\w{1,5}$/.test(path) ? undefined : await load('index.html'))
    if (!file) return next()
    const [encoding, body] = await bodyOf(file, c.req.header('accept-encoding') ?? '')
    return c.body(new Uint8Array(body), 200, {
      ...pageHeaders,
      ...extraHeaders,
      'Content-Type': file.type,
      'Cache-Control': file.immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
      Vary: 'Accept-Encoding',
      ...(encoding !== 'plain' && { 'Content-Encoding': encoding }),
    })
  })
}
