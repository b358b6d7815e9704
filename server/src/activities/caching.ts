/** What is raised when an activity of this community or town changes. */
export const listKey = (division: string) => `activities/${division}`
export const activityKey = (id: string) => `activity/${id}`

type Changed = { id: string; communityId: string; townId: string }
/** Every kept answer that shows the activity is out of date. */
export function raiseActivity(raise: (key: string) => void, { id, communityId, townId }: Changed) {
  for (const key of [activityKey(id), listKey(communityId), listKey(townId)]) raise(key)
}
