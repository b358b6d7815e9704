import { AwsClient } from 'aws4fetch'
import { type FileStorage, StorageFailure } from './gateway.ts'

export type S3Options = {
  /** `https://bucket.region.example.com` or `https://host/bucket`: keys are put after it. */
  url: string
  region: string
  accessKey: string
  secretKey: string
  timeoutMs?: number
}

/** Any storage that speaks S3's PUT, GET and DELETE of one object, signed by Signature Version 4. */
export function createS3(options: S3Options): FileStorage {
  const { url, region, accessKey, secretKey, timeoutMs = 15_000 } = options
  const client = new AwsClient({
    accessKeyId: accessKey,
    secretAccessKey: secretKey,
    service: 's3',
    region,
    retries: 2,
  })
  async function send(method: 'PUT' | 'GET' | 'DELETE', key: string, bytes?: Uint8Array) {
    const signal = AbortSignal.timeout(timeoutMs)
    let answer: Response
    try {
      answer = await client.fetch(`${url.replace(/\/$/, '')}/${key}`, {
        method,
        signal,
        ...(bytes && { body: Uint8Array.from(bytes), headers: { 'content-type': 'image/jpeg' } }),
      })
    } catch (error) {
      throw new StorageFailure(`${method}: no answer`, { cause: error })
    }
    if (!answer.ok && answer.status !== 404) throw new StorageFailure(`${method}: ${answer.status}`)
    return answer
  }
  return {
    async put(key, bytes) {
      const { ok, status } = await send('PUT', key, bytes)
      if (!ok) throw new StorageFailure(`PUT: ${status}`)
    },
    async get(key) {
      const answer = await send('GET', key)
      return answer.ok ? new Uint8Array(await answer.arrayBuffer()) : undefined
    },
    async remove(key) {
      await send('DELETE', key)
    },
  }
}
