/** Hands a text over as a file to keep. */
export async function saveFile(name: string, text: string): Promise<'saved' | 'copied'> {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The browser reads it a moment later.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
  return 'saved'
}
