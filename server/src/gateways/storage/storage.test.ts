import { createHash, createHmac } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { StorageFailure } from './gateway.ts'
import { createStorage } from './storage.ts'

const account = { region: 'cn-east-1', accessKey: 'access-key-of-tests', secretKey: 'secret-key-of-tests' }
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()
const hex = (text: string | Buffer) => createHash('sha256').update(text).digest('hex')

/** Signature Version 4, as Amazon describes it: what a storage checks before it does anything. */
function isSigned(request: IncomingMessage, path: string) {
  const given =
    /Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=(\w+)/.exec(
      request.headers.authorization ?? '',
    )
  if (!given) return false
  const [, access, day = '', region = '', names = '', signature] = given
  const headers = names.split(';').map((name) => `${name}:${String(request.headers[name])}\n`)
  const payload = String(request.headers['x-amz-content-sha256'])
  const canonical = [request.method, path, '', headers.join(''), names, payload].join('\n')
  const scope = `${day}/${region}/s3/aws4_request`
  const text = ['AWS4-HMAC-SHA256', request.headers['x-amz-date'], scope, hex(canonical)].join('\n')
  const key = [day, region, 's3', 'aws4_request'].reduce<string | Buffer>(hmac, `AWS4${account.secretKey}`)
  return access === account.accessKey && hmac(key, text).toString('hex') === signature
}

const objects = new Map<string, Buffer>()
let broken = false
async function answer(request: IncomingMessage, response: ServerResponse) {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  const path = request.url!
  if (broken) return response.writeHead(500).end()
  if (!isSigned(request, path)) return response.writeHead(403).end()
  if (request.method === 'PUT') objects.set(path, Buffer.concat(parts))
  if (request.method === 'DELETE') objects.delete(path)
  const found = objects.get(path)
  if (request.method === 'GET') return found ? response.end(found) : response.writeHead(404).end()
  return response.writeHead(request.method === 'DELETE' ? 204 : 200).end()
}
const server = createServer((request, response) => void answer(request, response))
const folder = mkdtempSync(join(tmpdir(), 'storage-'))
let url: string
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/bucket`
})
afterAll(() => {
  server.close()
  rmSync(folder, { recursive: true, force: true })
})

describe.each(['a folder', 'a bucket'])('%s', (kind) => {
  const open = () => createStorage(kind === 'a folder' ? { folder } : { url, ...account })
  const bytes = Uint8Array.from([1, 2, 3, 0, 255])
  test('gives back what was put, until it is removed', async () => {
    const storage = open()
    expect(await storage.get('ab/one.jpg')).toBeUndefined()
    await storage.put('ab/one.jpg', bytes)
    await storage.put('ab/one.jpg', bytes)
    expect(await storage.get('ab/one.jpg')).toEqual(bytes)
    await storage.remove('ab/one.jpg')
    await storage.remove('ab/one.jpg')
    expect(await storage.get('ab/one.jpg')).toBeUndefined()
  })
})
test('a folder keeps no half of a file, and nothing outside of itself', async () => {
  const storage = createStorage({ folder })
  await storage.put('cd/two.jpg', Uint8Array.from([1]))
  expect(readdirSync(join(folder, 'cd'))).toEqual(['two.jpg'])
  for (const key of ['../x.jpg', 'ab/../../x', '/etc/passwd', 'ab/..'])
    await expect(storage.get(key)).rejects.toThrow(StorageFailure)
})
test('a bucket that does not know the key, or is broken, or is not there, fails as what it is', async () => {
  const stranger = createStorage({ url, ...account, secretKey: 'another-secret-key' })
  await expect(stranger.put('ab/x.jpg', Uint8Array.from([1]))).rejects.toThrow(StorageFailure)
  broken = true
  await expect(createStorage({ url, ...account }).get('ab/x.jpg')).rejects.toThrow(StorageFailure)
  broken = false
  const nowhere = createStorage({ url: 'http://127.0.0.1:9/bucket', ...account, timeoutMs: 2000 })
  await expect(nowhere.get('ab/x.jpg')).rejects.toThrow(StorageFailure)
})
