import type { Build } from './build.ts'

/** Addresses that may stand in a build, and why. Anything that the app could open or ask is not among them. */
export const ALLOWED: Record<string, string> = {
  'http://127.0.0.1:3000': 'the API of a build that names no other (TARO_APP_API)',
  'http://www.w3.org/': 'names of XML namespaces',
  'https://reactjs.org/': 'React’s own error texts',
  'https://fb.me/': 'React’s own error texts',
  'https://github.com/': 'licence notes and error texts',
  'https://json-schema.org/': 'names of JSON Schema dialects',
  'http://json-schema.org/': 'names of JSON Schema dialects',
  'https://taro.zone': 'the base that Taro’s own URL resolves against',
  'https://taro.com': 'the base that Taro’s own URL resolves against',
}
const URL = /\b(?:https?|wss?):\/\/[^\s"'`)<>\\{}]*/g
const TEXT = /\.(js|json|wxml|wxss|wxs)$/

/** No address but those on the list. A build for a real deployment names its own API. */
export function checkUrls({ files, text }: Build, api = process.env.TARO_APP_API): string[] {
  const allowed = [...Object.keys(ALLOWED), ...(api ? [api] : [])]
  return files
    .filter((file) => TEXT.test(file))
    .flatMap((file) =>
      [...text(file).matchAll(URL)]
        .map(([url]) => url)
        // A scheme alone is how code tells an address from a path.
        .filter((url) => !/^\w+:\/\/$/.test(url) && !allowed.some((start) => url.startsWith(start)))
        .map((url) => `${file}: ${url}`),
    )
}
