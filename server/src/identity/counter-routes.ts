import { recordAtCounter, recordedIdentities } from '@tmt/shared/identity/contract.ts'
import { ageOf, normalizeIdNumber, obstacleToIdNumber } from '@tmt/shared/people/id-number.ts'
import { saveConsent } from '../people/consent-store.ts'
import { isStaffOf, maySeePersonsOf, mayWriteFor } from '../people/policy.ts'
import { personOfPhone } from '../people/store.ts'
import { answer, perform, type Route } from '../platform/endpoint.ts'
import { pageOf, readCursor } from '../platform/paging.ts'
import type { Secrets } from '../platform/secrets.ts'
import { GUARDED_UNDER } from './online-routes.ts'
import { findRecorded, insertIdentity, isTaken, listRecorded, loadCommunity, PAGE } from './store.ts'

/** Who can't do it online does it at the counter: the worker holds the card in hand and keeps no picture of it. */
export function counterRoutes({ secrets }: { secrets: Secrets }): Route[] {
  const record = perform(recordAtCounter, {
    load: loadCommunity,
    sees: isStaffOf,
    may: mayWriteFor,
    async run({ tx, actor, input, now, refuse }) {
      const idNumber = normalizeIdNumber(input.idNumber)
      const obstacle = obstacleToIdNumber(idNumber, now)
      if (obstacle) return refuse(obstacle)
      const child = ageOf(idNumber, now) < GUARDED_UNDER
      if (child && !input.guardian) return refuse('guardianNeeded')
      if (!input.agreed) return refuse('consentMissing')
      const person = await personOfPhone(tx, secrets, input.phone, now)
      if (person.id === actor.personId) return refuse('notOneself')
      if (person.leftAt !== null) return refuse('hasLeft')
      const known = {
        personId: person.id,
        provider: 'counter' as const,
        name: input.name.trim(),
        idNumber,
        subject: null,
        verifiedBy: actor.personId,
        communityId: input.communityId,
      }
      if (await isTaken(tx, secrets, known)) return refuse('taken')
      if (!(await insertIdentity(tx, secrets, known, now))) return refuse('alreadyVerified')
      const channel = child ? 'guardian' : 'counter'
      await saveConsent(tx, { personId: person.id, purpose: 'realName', channel }, now)
      return (await findRecorded(tx, person.id))!
    },
    audit: ({ communityId }, _subject, done) => ({
      subject: done?.personId ?? communityId,
      details: { communityId },
    }),
    unique: { identities_number: 'taken' },
  })
  const recorded = answer(recordedIdentities, {
    load: loadCommunity,
    sees: maySeePersonsOf,
    async view({ db, input, now }) {
      const rows = await listRecorded(db, input.communityId, readCursor(input.cursor), now)
      return pageOf(rows, PAGE, ({ verifiedAt, personId }) => ({ at: verifiedAt, id: personId }))
    },
    audit: ({ communityId }) => ({ subject: communityId }),
  })
  return [record, recorded]
}
