import { network as send } from '../link.ts'
import { asyncApi, settle, type Callbacks } from './async.ts'
import { fromBase64, toBase64 } from './base64.ts'

/** WeChat's own default. */
const TIMEOUT = 60_000
const METHODS = ['OPTIONS', 'GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'TRACE', 'CONNECT']
type RequestOptions = Callbacks & {
  url?: unknown
  data?: unknown
  header?: Record<string, unknown>
  method?: string
  timeout?: number
  dataType?: string
  responseType?: 'text' | 'arraybuffer'
}

const pairs = (data: object) =>
  Object.entries(data)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`)
    .join('&')

/** GET puts the data into the address; others send it by their content type (wx.request, 「data 参数说明」). */
function encode(method: string, url: string, data: unknown, contentType: string) {
  if (data === undefined || data === null) return { url, body: null, binary: false }
  if (data instanceof ArrayBuffer) return { url, body: toBase64(data), binary: true }
  if (typeof data === 'string') return { url, body: data, binary: false }
  if (method === 'GET') {
    const query = pairs(data)
    return { url: query ? `${url}${url.includes('?') ? '&' : '?'}${query}` : url, body: null, binary: false }
  }
  const form = contentType.includes('application/x-www-form-urlencoded')
  return { url, body: form ? pairs(data) : JSON.stringify(data), binary: false }
}

function decode(body: string, options: RequestOptions): unknown {
  if (options.responseType === 'arraybuffer') return fromBase64(body)
  if ((options.dataType ?? 'json') !== 'json') return body
  try {
    return JSON.parse(body) as unknown
  } catch {
    return body
  }
}

const headersOf = (header: Record<string, unknown> = {}, contentType: string) => {
  const lower: Record<string, string> = { 'content-type': contentType }
  for (const [name, value] of Object.entries(header)) {
    // WeChat sets the referer itself and lets nobody else.
    if (name.toLowerCase() !== 'referer') lower[name.toLowerCase()] = String(value)
  }
  return lower
}

const task = (abort: () => void) => {
  const nothing = () => undefined
  return {
    abort,
    onHeadersReceived: nothing,
    offHeadersReceived: nothing,
    onProgressUpdate: nothing,
    offProgressUpdate: nothing,
  }
}

function request(options: RequestOptions) {
  const method = (options.method ?? 'GET').toUpperCase()
  const fail = (errMsg: string, errno: number) => settle(options, { ok: false, value: { errMsg, errno } })
  if (typeof options.url !== 'string' || !/^https?:\/\//.test(options.url)) {
    void Promise.resolve().then(() => fail(`request:fail invalid url "${String(options.url)}"`, 600009))
    return task(() => undefined)
  }
  if (!METHODS.includes(method)) {
    void Promise.resolve().then(() => fail(`request:fail invalid method "${method}"`, 600009))
    return task(() => undefined)
  }
  const header = headersOf(options.header, 'application/json')
  const encoded = encode(method, options.url, options.data, header['content-type'] ?? '')
  const responseType = options.responseType === 'arraybuffer' ? 'arraybuffer' : 'text'
  const abandon = send(
    { ...encoded, method, header, timeout: options.timeout ?? TIMEOUT, responseType },
    (answer) => {
      if (!answer.ok) return fail(`request:${answer.errMsg}`, 600001)
      const { statusCode, header: headers, cookies, body } = answer
      const data = decode(body, options)
      settle(options, {
        ok: true,
        value: { data, statusCode, header: headers, cookies, errMsg: 'request:ok' },
      })
    },
  )
  let over = false
  return task(() => {
    if (over) return
    over = true
    abandon()
    fail('request:fail abort', 600003)
  })
}

type UploadOptions = RequestOptions & {
  filePath?: unknown
  name?: unknown
  formData?: Record<string, unknown>
}
function uploadFile(options: UploadOptions) {
  const { url, filePath, name, formData = {} } = options
  const fail = (errMsg: string) => settle(options, { ok: false, value: { errMsg, errno: 600001 } })
  if (typeof url !== 'string' || typeof filePath !== 'string' || typeof name !== 'string') {
    void Promise.resolve().then(() =>
      fail('uploadFile:fail parameter error: url, filePath and name are needed'),
    )
    return task(() => undefined)
  }
  const fields = Object.fromEntries(Object.entries(formData).map(([field, v]) => [field, String(v)]))
  const header = headersOf(options.header, '')
  delete header['content-type']
  const abandon = send(
    {
      url,
      method: 'POST',
      header,
      body: null,
      binary: false,
      timeout: options.timeout ?? TIMEOUT,
      responseType: 'text',
      file: { path: filePath, name, formData: fields },
    },
    (answer) => {
      if (!answer.ok) return fail(`uploadFile:${answer.errMsg}`)
      // Unlike wx.request it hands over the text as it came.
      settle(options, {
        ok: true,
        value: { data: answer.body, statusCode: answer.statusCode, errMsg: 'uploadFile:ok' },
      })
    },
  )
  return task(abandon)
}

const changes = new Set<(state: unknown) => void>()

export const network = {
  request,
  uploadFile,
  getNetworkType: asyncApi('getNetworkType', () => ({ networkType: 'wifi' })),
  /** The network of the host never changes: nobody is ever called. */
  onNetworkStatusChange: (listener: (state: unknown) => void) => void changes.add(listener),
  offNetworkStatusChange: (listener?: (state: unknown) => void) => {
    if (listener) changes.delete(listener)
    else changes.clear()
  },
}
