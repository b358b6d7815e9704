import type { Standing } from '@tmt/shared/activities/attendance-rules.ts'
import { asksOf, obstacleToComing } from '@tmt/shared/activities/eligibility.ts'
import { isListed, statusAt } from '@tmt/shared/activities/queue.ts'
import { listCandidates, signUp } from '@tmt/shared/activities/signup-contract.ts'
import { answer } from '../platform/endpoint.ts'
import type { Read } from '../platform/store.ts'
import { type Candidate, listCandidates as candidatesOf, type Ports } from './participants.ts'
import { loadOpen } from './signup-routes.ts'
import { countHousehold, findClash, findSignup } from './signup-store.ts'
import type { Activity } from './store.ts'

const hints: Record<Standing, string | null> = {
  good: null,
  hint: '前两次报了名没有来。去不了没关系，请提前取消，把名额留给别人。',
  confirm: '最近三次报了名没有来，这次报名要社区工作人员确认后才算数；办事、投票等别的事不受影响。',
}

async function viewOf(db: Read, activity: Activity, one: Candidate) {
  const { who, name, put } = one
  // Whoever brings a child is ticked together with it, and signed up first.
  const obstacle = obstacleToComing(activity, { ...one.coming, guardianComes: true })
  const limit = activity.householdLimit
  const full = limit !== null && (await countHousehold(db, activity.id, put.household)) >= limit
  const code = obstacle ?? (full ? 'householdFull' : null)
  return {
    who,
    name,
    obstacle: code && signUp.refusals[code].title,
    asks: asksOf(activity, one.coming),
    clash: await findClash(db, put.participant, activity),
  }
}

/** Whom one may sign up, and what stands against it: what is known of them is known to the server alone. */
export const candidateRoute = (ports: Ports) =>
  answer(listCandidates, {
    load: loadOpen,
    sees: () => true,
    async view({ db, actor, subject: { activity }, now }) {
      const items = []
      for (const one of await candidatesOf({ db, ports, actor, activity, now })) {
        const row = await findSignup(db, activity.id, one.put.participant)
        if (!row || !isListed(statusAt(row, now))) items.push(await viewOf(db, activity, one))
      }
      return { items, hint: hints[await ports.standingOf(db, actor.personId, now)] }
    },
  })
