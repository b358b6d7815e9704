import { z } from 'zod/mini'

/** Who may come at all; what they may do with one thing is decided by the route's policy. */
export type By = 'guest' | 'signedIn' | 'staff'
/** Who may share an answer in a cache. `public` answers are kept by the server as bytes. */
export type Audience = 'public' | 'me' | 'staff'
export type Refusal = { status: 403 | 409 | 422 | 429 | 502 | 503; title: string }
export type Refusals = Record<string, Refusal>
export type Method = 'get' | 'post' | 'put' | 'delete'

type Parts = { param?: z.ZodMiniType; query?: z.ZodMiniType; body?: z.ZodMiniType }
type Common = Parts & {
  name: string
  method: Method
  path: string
  by: By
  summary: string
  output: z.ZodMiniType
  /** Somebody who helps may do this in another's place (帮家人办). */
  helpable?: boolean
}

export type Query = Common & { kind: 'query'; method: 'get'; audience: Audience; audited?: boolean }
/** A command with a `file` is an upload: its body is one part of `multipart/form-data`, which is all that WeChat sends. */
export type Command = Common & {
  kind: 'command'
  refusals: Refusals
  demoOnly?: boolean
  /** The audit log says nothing of it: who did it is nobody's business, ours neither. */
  anonymous?: boolean
  /** Its input holds somebody's numbers: no trace of it, not even a digest, lies on the device. */
  sensitive?: boolean
  file?: { maxBytes: number }
  /** Changes nothing but the account of whoever asks: somebody confined to one community may do it too. */
  ownAccount?: boolean
}
/** Bytes instead of an object: a picture, a table to be kept. */
export type Download = Omit<Common, 'output'> & { kind: 'download'; method: 'get'; types: readonly string[] }
export type Endpoint = Query | Command

type PartInput<E, K extends keyof Parts> = E extends { [k in K]: infer S extends z.ZodMiniType }
  ? z.output<S>
  : object
/** What a handler gets: path parameters, query string and body in one flat object. */
export type Input<E extends Endpoint | Download> = PartInput<E, 'param'> &
  PartInput<E, 'query'> &
  PartInput<E, 'body'>
export type Output<E extends Endpoint> = z.output<E['output']>
export type RefusalCode<E extends Command> = Extract<keyof E['refusals'], string>

type Shape = { by: By; summary: string; output: z.ZodMiniType; param?: z.ZodMiniType; helpable?: boolean }
type QueryShape = Shape & { get: string; audience: Audience; audited?: boolean; query?: z.ZodMiniType }
type CommandShape = Shape & {
  refusals: Refusals
  demoOnly?: boolean
  anonymous?: boolean
  ownAccount?: boolean
  sensitive?: boolean
  body?: z.ZodMiniType
  file?: { maxBytes: number }
}
type DownloadShape = Omit<Shape, 'output'> & { get: string; query?: z.ZodMiniType; types: readonly string[] }
type Verb = { post: string } | { put: string } | { delete: string }
/** What every endpoint of this kind has, as exactly as its shape says it: the names of its refusals, its schemas. */
type Made<Kind, S, Verbs extends PropertyKey> = Omit<Kind, Exclude<keyof S, Verbs>> & Omit<S, Verbs>

/** A read. `audited` reads of protected data leave a row in the audit log. */
export function query<const S extends QueryShape>(name: string, shape: S): Made<Query, S, 'get'> {
  const { get, ...rest } = shape
  return { ...rest, kind: 'query', name, method: 'get', path: get } as unknown as Made<Query, S, 'get'>
}
/** A change. Every refusal that the handler may give is named here with its status and Chinese title. */
export function command<const S extends CommandShape>(
  name: string,
  shape: S & Verb,
): Made<Command, S, 'post' | 'put' | 'delete'> {
  const verbs = shape as S & { post?: string; put?: string; delete?: string }
  const { post, put, delete: remove, ...rest } = verbs
  const method = post ? 'post' : put ? 'put' : 'delete'
  const path = (post ?? put ?? remove)!
  return { ...rest, kind: 'command', name, method, path } as unknown as Made<
    Command,
    S,
    'post' | 'put' | 'delete'
  >
}

/** Something that is sent as bytes, of one of the media types that it names. */
export function download<const S extends DownloadShape>(name: string, shape: S): Made<Download, S, 'get'> {
  const { get, ...rest } = shape
  return { ...rest, kind: 'download', name, method: 'get', path: get } as unknown as Made<Download, S, 'get'>
}

/** One page of a list; `next` is handed back as `cursor`, null on the last page. */
export function pageOf<T extends z.ZodMiniType>(item: T) {
  return z.strictObject({ items: z.array(item), next: z.nullable(z.string()) })
}
export const Cursor = z.string().check(z.regex(/^[\w.-]{1,80}$/))
export const Done = z.strictObject({ ok: z.literal(true) })
