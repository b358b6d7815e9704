import type { Command, Input } from '@tmt/shared/contract.ts'
import { DAY, MINUTE } from '@tmt/shared/time.ts'
import { digest } from './digest.ts'
import { helpingHere } from './helping.ts'
import { newKey } from './keys.ts'
import { ownerHere } from './owner.ts'
import { recall, remember } from './storage.ts'

const KEY = 'intentions'
/** As long as the server remembers what a key was answered. */
const KEEP = DAY
/** Of a guest: as long as a code is good. Later a new one is meant. */
const KEEP_OF_GUESTS = 5 * MINUTE
/** `of` tells what was meant, and holds none of it. */
type Intention = { of: string; key: string; at: number }
type Intentions = Record<string, Intention>

/**
 * What guests do bears telephone numbers and codes, which a digest of so few digits would give away, and its answer is
 * somebody's session: it never lies on the device and goes with the app. So does what a contract calls sensitive, and
 * all where storage is forbidden.
 */
const inMemory: Intentions = {}
const onDevice = () => recall<Intentions>(KEY) ?? {}

/**
 * One for each person and thing that is acted on. What is done to the thing meanwhile ends what was meant before:
 * signing up, taking it back and signing up again are three acts.
 */
function nameOf<E extends Command>(endpoint: E, input: Input<E>) {
  const [, param] = /:(\w+)/.exec(endpoint.path) ?? []
  const thing = param === undefined ? endpoint.path : (input as Record<string, unknown>)[param]
  // The same done for somebody else is another act.
  const help = endpoint.helpable ? (helpingHere()?.help ?? '') : ''
  return `${endpoint.by === 'guest' ? 'guest' : ownerHere()}:${help && `${help}:`}${String(thing)}`
}
const isGuests = (name: string) => name.startsWith('guest:')

/** The idempotency key of what a person means to do: the one of last time as long as it is unknown how that ended. */
export function keyFor<E extends Command>(endpoint: E, input: Input<E>) {
  const name = nameOf(endpoint, input)
  const now = Date.now()
  const of = digest(JSON.stringify([endpoint.name, input]))
  const before = inMemory[name] ?? onDevice()[name]
  const keep = isGuests(name) ? KEEP_OF_GUESTS : KEEP
  if (before?.of === of && now - before.at < keep) return before.key
  const intention = { of, key: newKey(), at: now }
  const others = Object.entries(onDevice()).filter(([other, { at }]) => other !== name && now - at < KEEP)
  const staysOff = isGuests(name) || (endpoint as Command).sensitive === true
  const kept = !staysOff && remember(KEY, Object.fromEntries([...others, [name, intention]]))
  if (kept) delete inMemory[name]
  else inMemory[name] = intention
  return intention.key
}

/** It is known how it ended: doing the same once more is another act. */
export function settle<E extends Command>(endpoint: E, input: Input<E>) {
  const settled = nameOf(endpoint, input)
  forgetWhere((name) => name === settled)
}

/** Forgets what this person meant to do; for leaving a device that others use too. */
export function forgetIntentions(owner: string) {
  forgetWhere((name) => name.startsWith(`${owner}:`))
}

function forgetWhere(gone: (name: string) => boolean) {
  for (const name of Object.keys(inMemory)) if (gone(name)) delete inMemory[name]
  const kept = Object.entries(onDevice())
  const left = kept.filter(([name]) => !gone(name))
  if (left.length < kept.length) remember(KEY, Object.fromEntries(left))
}
