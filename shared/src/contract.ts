import { z } from 'zod/mini'

/** Who may come at all; what they may do with one thing is decided by the route's policy. */
export type By = 'guest' | 'signedIn' | 'staff'
/** Who may share an answer in a cache. `public` answers are kept by the server as bytes. */
export type Audience = 'public' | 'me' | 'staff'
export type Refusal = { status: 403 | 409 | 422 | 429 | 502 | 503; title: string }
export type Refusals = Record<string, Refusal>
export type Method = 'get' | 'post' | 'put' | 'delete'

type Parts = { param?: z.ZodMiniType; query?: z.ZodMiniType; body?: z.ZodMiniType }
type Common = { name: string; method: Method; path: string; by: By; summary: string }

export type Query<P extends Parts = Parts, O extends z.ZodMiniType = z.ZodMiniType> = Common &
  P & { kind: 'query'; method: 'get'; audience: Audience; audited: boolean; output: O }
export type Command<
  P extends Parts = Parts,
  O extends z.ZodMiniType = z.ZodMiniType,
  R extends Refusals = Refusals,
> = Common & P & { kind: 'command'; output: O; refusals: R; demoOnly: boolean }
export type Endpoint = Query | Command

type PartInput<E, K extends keyof Parts> = E extends { [k in K]: infer S extends z.ZodMiniType } ? z.output<S> : object
/** What a handler gets: path parameters, query string and body in one flat object. */
export type Input<E extends Endpoint> = PartInput<E, 'param'> & PartInput<E, 'query'> & PartInput<E, 'body'>
export type Output<E extends Endpoint> = z.output<E['output']>
export type RefusalCode<E extends Command> = Extract<keyof E['refusals'], string>

/** A read. `audited` reads of protected data leave a row in the audit log. */
export function query<const P extends Pick<Parts, 'param' | 'query'>, O extends z.ZodMiniType>(
  name: string,
  shape: P & { get: string; by: By; audience: Audience; summary: string; output: O; audited?: boolean },
): Query<Pick<P, Extract<keyof P, keyof Parts>>, O> {
  const { get, audited = false, ...rest } = shape
  return { kind: 'query', name, method: 'get', path: get, audited, ...rest } as unknown as Query<
    Pick<P, Extract<keyof P, keyof Parts>>,
    O
  >
}

type Verb = { post: string } | { put: string } | { delete: string }
/** A change. Every refusal that the handler may give is named here with its status and Chinese title. */
export function command<
  const P extends Pick<Parts, 'param' | 'body'>,
  O extends z.ZodMiniType,
  const R extends Refusals,
>(
  name: string,
  shape: P & Verb & { by: By; summary: string; output: O; refusals: R; demoOnly?: boolean },
): Command<Pick<P, Extract<keyof P, keyof Parts>>, O, R> {
  const { post, put, delete: del, demoOnly = false, ...rest } = shape as typeof shape & Record<string, string>
  const [method, path] = post ? ['post', post] : put ? ['put', put] : ['delete', del]
  return { kind: 'command', name, method, path, demoOnly, ...rest } as unknown as Command<
    Pick<P, Extract<keyof P, keyof Parts>>,
    O,
    R
  >
}

/** One page of a list; `next` is handed back as `cursor`, null on the last page. */
export function pageOf<T extends z.ZodMiniType>(item: T) {
  return z.strictObject({ items: z.array(item), next: z.nullable(z.string()) })
}
export const Cursor = z.string().check(z.regex(/^[\w.-]{1,80}$/))
export const Done = z.strictObject({ ok: z.literal(true) })
