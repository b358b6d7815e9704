import { randomInt, timingSafeEqual } from 'node:crypto'
import { presentResidency } from '@tmt/shared/residency/contract.ts'
import { next } from '@tmt/shared/residency/rules.ts'
import { getDoorCode, openDoorCode } from '@tmt/shared/residency/staff-contract.ts'
import { MINUTE } from '@tmt/shared/time.ts'
import { gridsOf, mayVerifyAt } from '../people/policy.ts'
import { hasDeclared } from '../people/relatives-store.ts'
import { answer, perform, type Route } from '../platform/endpoint.ts'
import type { Secrets } from '../platform/secrets.ts'
import type { Read } from '../platform/store.ts'
import { loadCommunity, seesClaimsAt } from './claim-routes.ts'
import { findDoorCode, insertDoorCode, takeDoorCode } from './door-code-store.ts'
import { dueAtOf } from './due-at-store.ts'
import { residencySubmitted } from './events.ts'
import { isMine, load, type ResidencyParts } from './resident-routes.ts'
import { findResidency, markAtDoor, step } from './store.ts'
import { myView } from './views.ts'

const LIFETIME = 2 * MINUTE
const USE = 'door code'
const indexOf = (secrets: Secrets, digits: string) => secrets.index(`${USE} digits`, digits)
const tokenOf = (secrets: Secrets, id: string) => `tmt1.${id}.${secrets.index(USE, id)}`

/** Eight digits that nobody else's code has. */
async function newDigits(db: Read, secrets: Secrets) {
  for (;;) {
    const digits = String(randomInt(100_000_000)).padStart(8, '0')
    if (!(await findDoorCode(db, { digitsIndex: indexOf(secrets, digits) }))) return digits
  }
}
/** The code behind what was scanned or typed; a token that we did not sign is none. */
async function read(db: Read, secrets: Secrets, code: string) {
  if (/^\d{8}$/.test(code)) return findDoorCode(db, { digitsIndex: indexOf(secrets, code) })
  const id = code.split('.')[1]!
  const [given, right] = [Buffer.from(code), Buffer.from(tokenOf(secrets, id))]
  return given.length === right.length && timingSafeEqual(given, right) ? findDoorCode(db, { id }) : undefined
}

export function doorRoutes({ secrets }: ResidencyParts): Route[] {
  return [
    perform(openDoorCode, {
      load: loadCommunity,
      sees: seesClaimsAt,
      may: (actor, { communityId }) =>
        mayVerifyAt(actor, { communityId, grid: null }) || gridsOf(actor, communityId)?.length !== 0,
      async run({ tx, actor, subject: { communityId }, now, refuse }) {
        if (!(await hasDeclared(tx, actor.personId))) return refuse('declareFirst')
        const digits = await newDigits(tx, secrets)
        const expiresAt = now + LIFETIME
        const code = {
          personId: actor.personId,
          communityId,
          digitsIndex: indexOf(secrets, digits),
          expiresAt,
        }
        const id = await insertDoorCode(tx, code, now)
        return { id, token: tokenOf(secrets, id), digits, expiresAt }
      },
      audit: ({ communityId }) => ({ subject: communityId }),
    }),
    answer(getDoorCode, {
      load: (db, { id }) => findDoorCode(db, { id }),
      sees: (actor, code) => code.personId === actor.personId,
      view: async ({ subject: { id, expiresAt, residencyId } }) => ({ id, expiresAt, residencyId }),
    }),
    perform(presentResidency, {
      load,
      sees: isMine,
      may: () => true,
      async run({ tx, actor, input, subject, now, refuse, tell }) {
        const code = await read(tx, secrets, input.code)
        if (!code) return refuse('unknownCode')
        if (code.personId === actor.personId) return refuse('ownCode')
        if (code.residencyId !== null) return refuse('codeUsed')
        if (code.expiresAt <= now) return refuse('codeExpired')
        const { id, personId, communityId, status } = subject
        if (code.communityId !== communityId) return refuse('otherCommunity')
        if (status !== 'pending') {
          if (next(status, 'submit') === null) return refuse('notEditable')
          const due = await dueAtOf(tx, now)
          const handedIn = {
            submittedAt: now,
            dueAt: due,
            urgedAt: null,
            reason: null,
            note: '',
            decidedAt: null,
            decidedBy: null,
          }
          if (!(await step(tx, id, 'submit', now, handedIn))) return refuse('notEditable')
          tell(residencySubmitted({ id, personId, communityId, dueAt: due }))
        }
        if (!(await takeDoorCode(tx, code.id, id, now))) return refuse('codeUsed')
        await markAtDoor(tx, id, now)
        return myView(secrets, (await findResidency(tx, id))!)
      },
      audit: ({ id }) => ({ subject: id }),
    }),
  ]
}
