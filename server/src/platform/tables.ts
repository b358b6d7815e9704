import { bool, index, instant, int, json, table, text, uniqueIndex } from './dialect.ts'

export const auditEntries = table(
  'audit_entries',
  {
    id: text().primaryKey(),
    at: instant().notNull(),
    /** The contract's name: `activities.cancel`. */
    action: text().notNull(),
    /** `done`, `read`, `forbidden`, `hidden` (answered 404), `refused:<code>`. */
    outcome: text().notNull(),
    actorId: text(),
    /** Who did it in the actor's place; null when they did it themselves. */
    helperId: text(),
    /** What it was done to: a code or an id. */
    subject: text().notNull(),
    details: json<Record<string, unknown>>().notNull(),
    requestId: text().notNull(),
  },
  (t) => [index('audit_entries_subject').on(t.subject, t.at), index('audit_entries_at').on(t.at)],
)

/** Work to be done after a unit is durable, at least once, by whoever leases it. */
export const jobs = table(
  'jobs',
  {
    id: text().primaryKey(),
    kind: text().notNull(),
    /** At most one waiting job per key. */
    key: text(),
    data: json<Record<string, unknown>>().notNull(),
    /** When it may run; taking it pushes this on by the lease. */
    runAt: instant().notNull(),
    tries: int().notNull().default(0),
    lastError: text(),
    /** Given up after the last try; kept to be looked at. */
    dead: bool().notNull().default(false),
  },
  (t) => [index('jobs_due').on(t.dead, t.runAt), uniqueIndex('jobs_key').on(t.key)],
)

/** Answers to commands, so that a retry after a lost reply changes nothing. */
export const answeredCommands = table(
  'answered_commands',
  {
    /** SHA-256 over the actor and the Idempotency-Key. */
    id: text().primaryKey(),
    /** SHA-256 over the command's name and input. */
    digest: text().notNull(),
    /** AES-256-GCM under a key made from the Idempotency-Key, which only its sender has. */
    answer: text().notNull(),
    at: instant().notNull(),
  },
  (t) => [index('answered_commands_at').on(t.at)],
)

/** What a database says of itself: whether it is a demonstration's, and a check of its key. */
export const databaseMarks = table('database_marks', {
  name: text().primaryKey(),
  value: text().notNull(),
})
