import { DAY, HOUR } from '@tmt/shared/time.ts'
import Database from 'better-sqlite3'
import { activityJobs } from '../src/activities/jobs.ts'
import { Answers } from '../src/platform/answers.ts'
import { databaseUrl } from '../src/platform/dialect.ts'
import { reacting } from '../src/platform/events.ts'
import { newId } from '../src/platform/ids.ts'
import { openStore } from '../src/platform/open-store.ts'
import { createOwnUnit } from '../src/platform/own-unit.ts'
import { reactions } from '../src/reactions.ts'
import { NOW } from './sizes.ts'
import { answerParent } from './wire.ts'

/** So many activities of one place, each with an offer that is over and somebody who waits. */
function fill(lists: number) {
  const raw = new Database(databaseUrl)
  const people = raw.prepare('select id from persons limit 10000').pluck().all() as string[]
  const like = raw.prepare("select * from activities where status = 'published' limit 1").get() as object
  const columns = Object.keys(like)
  const activity = raw.prepare(
    `insert into activities (${columns.join(', ')}) values (${columns.map((name) => `@${name}`).join(', ')})`,
  )
  const signup = raw.prepare(
    `insert into signups (id, activity_id, person_id, participant, household, status, at, changed_at, offer_until)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const startsAt = NOW + 10 * HOUR
  const times = { starts_at: startsAt, ends_at: startsAt + HOUR, signup_closes_at: startsAt }
  const places = {
    capacity: 1,
    confirmed: 0,
    offered: 1,
    waiting: 1,
    waitlist_capacity: 9,
    offers_until: NOW,
  }
  raw.transaction(() => {
    for (let i = 0; i < lists; i += 1) {
      const id = newId(NOW)
      activity.run({ ...like, id, ...times, ...places })
      const [had, waits] = [people[i % people.length]!, people[(i + 1) % people.length]!]
      signup.run(newId(NOW), id, had, had, had, 'offered', NOW - DAY, NOW - DAY, NOW)
      signup.run(newId(NOW), id, waits, waits, waits, 'waitlisted', NOW - HOUR, NOW - HOUR, null)
    }
  })()
  raw.close()
}

answerParent({
  /** Milliseconds until each of them is offered to the next, who is told. */
  async passOn({ lists }: { lists: number }) {
    fill(lists)
    const store = await openStore(databaseUrl)
    const now = () => NOW
    const ownUnit = createOwnUnit({ store, answers: new Answers(), react: reacting(reactions), now })
    const { handlers } = activityJobs({ store, ownUnit, now })
    const began = performance.now()
    await handlers['activities.sweepOffers'].run({ id: 'bench', kind: '', data: {}, tries: 1 })
    const took = performance.now() - began
    await store.close()
    return took
  },
})
