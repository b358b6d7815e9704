import type { ShareLink } from './share.ts'

/** The browser's share sheet, or the link on the clipboard where there is none. */
export const shareLink: ShareLink | null = async (title, path) => {
  const url = new URL(path, location.origin).href
  try {
    if (typeof navigator.share === 'function') {
      await navigator.share({ title, url })
      return 'shared'
    }
    await navigator.clipboard.writeText(`${title} ${url}`)
    return 'copied'
  } catch (error) {
    // Whoever closes the sheet has done nothing wrong.
    return error instanceof Error && error.name === 'AbortError' ? 'closed' : 'failed'
  }
}
