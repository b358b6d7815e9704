/** The server counts to a hundred. */
const COUNTED = 100

export function sayUnread(unread: number) {
  return unread >= COUNTED ? `${COUNTED} 多条` : `${unread} 条`
}

const pad = (n: number) => String(n).padStart(2, '0')
/** A minute of the day as `21:00`. */
export function sayMinute(minute: number) {
  return `${pad(Math.floor(minute / 60))}:${pad(minute % 60)}`
}
