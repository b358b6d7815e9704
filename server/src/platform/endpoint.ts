import type { Command, Download, Endpoint, Input, Output, Query, RefusalCode } from '@tmt/shared/contract.ts'
import type { Actor, Person } from './actor.ts'
import type { Happened } from './events.ts'
import type { Read, Write } from './store.ts'
import type { SentFile } from './upload.ts'

/** Endpoints that guests may call get an actor that may be nobody; all others get a person. */
type ActorOf<E extends Endpoint> = E extends { by: 'guest' } ? Actor : Person

type Caching<Q extends Query> = Q extends { audience: 'public' }
  ? {
      /**
       * Keeps the answer as bytes until one of these generations is raised, or its time is over.
       * Only what everybody may see, and only instants, never words that depend on now.
       */
      cache?: {
        keys(input: Input<Q>): string[]
        /** First instant at which the answer may differ with nothing written; at most a minute is kept anyway. */
        validUntil?(output: Output<Q>, now: number): number
      }
    }
  : object

export type Asked<Q extends Query, S> = {
  /** Undefined when there is no such thing: 404. */
  load(db: Read, input: Input<Q>, actor: ActorOf<Q>): Promise<S | undefined>
  /** Whether the actor may know that it exists: otherwise 404 too. */
  sees(actor: ActorOf<Q>, subject: NoInfer<S>): boolean
  view(context: {
    db: Read
    actor: ActorOf<Q>
    input: Input<Q>
    subject: NoInfer<S>
    now: number
  }): Promise<Output<Q>>
} & (Q extends { audited: true } ? { audit(input: Input<Q>): AuditSubject } : object) &
  Caching<Q>

/** What goes into the audit log: chosen, never the whole input. */
export type AuditSubject = { subject: string; details?: Record<string, unknown> }

/** A refusal whose writes are kept: a wrong code must count as a try. */
export class KeptRefusal {
  readonly code: string
  constructor(code: string) {
    this.code = code
  }
}

/** What a command's handler gets: an upload's file beside the rest. */
type InputOf<C extends Command> = Input<C> & (C extends { file: object } ? { file: SentFile } : object)

export type Performed<C extends Command, S, G> = {
  /** Asks the outside world, before and outside the unit of work. */
  gather?(context: {
    db: Read
    input: InputOf<C>
    actor: ActorOf<C>
    refuse: Refuse<C>
    now: number
  }): Promise<G>
  load(tx: Write, input: InputOf<C>, actor: ActorOf<C>, gathered: NoInfer<G>): Promise<S | undefined>
  sees(actor: ActorOf<C>, subject: NoInfer<S>): boolean
  /** Whether the actor may do this to what they see: otherwise 403. */
  may(actor: ActorOf<C>, subject: NoInfer<S>): boolean
  run(context: {
    tx: Write
    actor: ActorOf<C>
    input: InputOf<C>
    subject: NoInfer<S>
    gathered: NoInfer<G>
    now: number
    refuse: Refuse<C>
    /** Refuses, but what was written stays. */
    refuseKeeping: (code: RefusalCode<C>) => KeptRefusal
    /** Cached answers under this key are out of date once the unit is durable. */
    raise: (key: string) => void
    /** What others react to (reactions.ts), in this same unit. */
    tell: (happened: Happened) => void
  }): Promise<Output<C> | KeptRefusal>
  /** `done` is the output once there is one: what was made has a name only then. */
  audit(input: InputOf<C>, subject: NoInfer<S>, done?: Output<C>): AuditSubject
  /** What a violated unique index means to the caller. */
  unique?: Record<string, RefusalCode<C>>
}
export type Refuse<C extends Command> = (code: RefusalCode<C>, detail?: string) => never

/** The runner treats all routes alike: contract and handler were matched by `answer` and `perform`. */
type AnyAsked = {
  load(db: Read, input: unknown, actor: never): Promise<unknown>
  sees(actor: never, subject: unknown): boolean
  view(context: { db: Read; actor: never; input: unknown; subject: unknown; now: number }): Promise<unknown>
  audit?(input: unknown): AuditSubject
  cache?: { keys(input: unknown): string[]; validUntil?(output: unknown, now: number): number }
}
type AnyPerformed = {
  gather?(context: {
    db: Read
    input: unknown
    actor: never
    refuse(code: string, detail?: string): never
    now: number
  }): Promise<unknown>
  load(tx: Write, input: unknown, actor: never, gathered: unknown): Promise<unknown>
  sees(actor: never, subject: unknown): boolean
  may(actor: never, subject: unknown): boolean
  run(context: {
    tx: Write
    actor: never
    input: unknown
    subject: unknown
    gathered: unknown
    now: number
    refuse(code: string, detail?: string): never
    refuseKeeping(code: string): KeptRefusal
    raise(key: string): void
    tell(happened: Happened): void
  }): Promise<unknown>
  audit(input: unknown, subject: unknown, done?: unknown): AuditSubject
  unique?: Record<string, string>
}
export type Route = { contract: Query; asked: AnyAsked } | { contract: Command; performed: AnyPerformed }

/** Bytes as they go out. */
export type Sent = { bytes: Uint8Array<ArrayBuffer>; type: string; etag: string; caching: string }
export type Served<D extends Download, S> = {
  /** Undefined when there is no such thing for whoever asks: 404. */
  load(db: Read, input: Input<D>, now: number): Promise<S | undefined>
  open(subject: NoInfer<S>, input: Input<D>): Promise<Sent | undefined>
}
export type DownloadRoute = {
  contract: Download
  served: {
    load(db: Read, input: unknown, now: number): Promise<unknown>
    open(subject: unknown, input: unknown): Promise<Sent | undefined>
  }
}
/** Serves bytes to guests: a picture's element sends no header, so its address must be proof enough. */
export function serve<D extends Download & { by: 'guest' }, S>(
  contract: D,
  served: Served<D, S>,
): DownloadRoute {
  return { contract, served }
}

export function answer<Q extends Query, S>(contract: Q, asked: Asked<Q, S>): Route {
  return { contract, asked: asked as unknown as AnyAsked }
}
export function perform<C extends Command, S, G = undefined>(
  contract: C,
  performed: Performed<C, S, G>,
): Route {
  return { contract, performed: performed as unknown as AnyPerformed }
}
