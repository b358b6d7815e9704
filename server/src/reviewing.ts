import { HOUR, DAY, startOfDay } from '@tmt/shared/time.ts'
import { listActivities } from './activities/list-store.ts'
import { insertActivity } from './activities/store.ts'
import { countCards, insertOrganization } from './organizations/store.ts'
import { isReviewer, prepareReviewer, REVIEW_COMMUNITY, type Reviewer } from './people/reviewer.ts'
import type { Secrets } from './platform/secrets.ts'
import type { Store } from './platform/store.ts'

/** Opens the community that WeChat's review looks at, with something on in it. 演示数据: all of it is invented. */
export async function openReview(store: Store, secrets: Secrets, reviewer: Reviewer, now: number) {
  await store.write(async (tx) => {
    await store.lock(tx, 'review')
    const person = await prepareReviewer(tx, secrets, reviewer, now)
    // The number is somebody's own already: there is no sign-in then, and nothing is written in their name.
    if (!isReviewer(person)) return
    const communityId = REVIEW_COMMUNITY
    if ((await countCards(tx, communityId)) === 0) {
      const card = {
        name: '演示居委会',
        purpose: '演示：开证明、办登记',
        phone: '0523-00000199',
        hours: '',
        place: '',
      }
      await insertOrganization(tx, { ...card, kind: 'committee', communityId, demo: true }, now)
    }
    const ask = { division: communityId, when: 'upcoming', after: null, now } as const
    if ((await listActivities(tx, ask)).length > 0) return
    const startsAt = startOfDay(now) + 30 * DAY + 9 * HOUR
    await insertActivity(
      tx,
      {
        title: '演示活动：太极拳入门课',
        category: 'sports',
        body: '演示数据，供审核体验报名和取消报名。',
        place: '演示广场',
        startsAt,
        endsAt: startsAt + 2 * HOUR,
        signupClosesAt: startsAt - HOUR,
        capacity: 50,
        residencyRequired: 'community',
        riskNotice: '',
        communityId,
        createdBy: person.id,
        publish: true,
        demo: true,
      },
      now,
    )
  })
}
