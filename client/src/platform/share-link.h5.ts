/** The browser's share sheet, or the link on the clipboard where there is none. */
export const shareLink:
  | ((title: string, url: string) => Promise<'shared' | 'copied' | 'failed'>)
  | null = async (title, path) => {
  const url = new URL(path, location.origin).href
  try {
    if (typeof navigator.share === 'function') {
      await navigator.share({ title, url })
      return 'shared'
    }
    await navigator.clipboard.writeText(`${title} ${url}`)
    return 'copied'
  } catch {
    return 'failed'
  }
}
