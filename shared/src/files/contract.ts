import { z } from 'zod/mini'
import { Id, Instant } from '../codes.ts'
import { command, download } from '../contract.ts'
import { Links } from './picture.ts'

export const Uploaded = z.strictObject({
  id: Id,
  width: z.int(),
  height: z.int(),
  ...Links,
  /** What nobody has used by then is thrown away. */
  keptUntil: Instant,
})
export type Uploaded = z.output<typeof Uploaded>

export const uploadFile = command('files.upload', {
  post: '/files',
  by: 'signedIn',
  summary: '上传一张图片（JPEG、PNG、WebP，最大 10 MB）；一天之内用上，不用就删去',
  file: { maxBytes: 10 * 1024 * 1024 },
  output: Uploaded,
  refusals: {
    notAPicture: { status: 422, title: '这个文件不是图片，请选 JPG、PNG 或 WebP 格式的照片' },
    tooManyPixels: { status: 422, title: '这张图片太大（超过 4000 万像素），请换一张，或缩小后再选' },
    broken: { status: 422, title: '这张图片打不开，可能已经损坏，请换一张' },
    tooMany: { status: 429, title: '今天上传的图片太多了，请明天再试' },
    storageUnavailable: { status: 503, title: '现在存不了图片，请稍后再试；别的内容可以先存' },
  },
})

const Until = z.string().check(z.regex(/^\d{13,15}$/))

const Signature = z.string().check(z.regex(/^[\w-]{43}$/))

export const getFile = download('files.get', {
  get: '/files/:id/:size',
  by: 'guest',
  summary: '一张图片，或它的缩略图',
  param: z.strictObject({ id: Id, size: z.enum(['picture', 'thumbnail']) }),
  query: z.strictObject({ until: z.optional(Until), signature: z.optional(Signature) }),
  types: ['image/jpeg'],
})

export const fileEndpoints = [uploadFile] as const

export const fileDownloads = [getFile] as const
