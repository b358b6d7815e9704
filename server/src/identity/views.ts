import type { MyIdentity } from '@tmt/shared/identity/contract.ts'
import type { RealNameGateway } from '../gateways/real-name/gateway.ts'
import { agreesTo } from '../people/consent-store.ts'
import type { Read } from '../platform/store.ts'
import { findIdentity } from './store.ts'

/** What the person is shown of it: masked. */
export async function mineView(
  db: Read,
  personId: string,
  realName: RealNameGateway | null,
): Promise<MyIdentity> {
  const identity = await findIdentity(db, personId)
  const record = identity && {
    provider: identity.provider,
    name: identity.nameMask,
    idNumber: identity.numberMask,
    verifiedAt: identity.verifiedAt,
  }
  return {
    level: record ? 'realName' : 'phone',
    record: record ?? null,
    providers: [...(realName?.providers ?? [])],
    consented: await agreesTo(db, personId, 'realName'),
  }
}
