import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Build } from './build.ts'

const KB = 1024
/** WeChat's own quality check objects to pictures beyond 200 KB, and to tab icons beyond 40 KB. */
const [PICTURE, ICON] = [200 * KB, 40 * KB]
const KINDS: Record<string, (head: Buffer) => boolean> = {
  png: (head) => head.subarray(1, 4).toString() === 'PNG',
  jpg: (head) => head[0] === 0xff && head[1] === 0xd8,
  jpeg: (head) => head[0] === 0xff && head[1] === 0xd8,
  gif: (head) => head.subarray(0, 3).toString() === 'GIF',
  webp: (head) => head.subarray(8, 12).toString() === 'WEBP',
  svg: (head) => /<svg|<\?xml/.test(head.toString()),
}
const PICTURES = /\.(png|jpe?g|gif|webp|svg|bmp|ico|avif|heic)$/i
/** WeChat packs no other files. */
const PACKED = /\.(js|json|wxml|wxss|wxs|png|jpe?g|gif|webp|svg|txt)$/i

export function checkPictures({ files, size, root, app }: Build): string[] {
  const problems = files
    .filter((file) => !PACKED.test(file))
    .map((file) => `${file}: WeChat does not pack files of this kind`)
  for (const file of files.filter((one) => PICTURES.test(one))) {
    const kind = KINDS[file.slice(file.lastIndexOf('.') + 1).toLowerCase()]
    if (!kind) problems.push(`${file}: no kind of picture that WeChat shows`)
    else if (!kind(readFileSync(join(root, file)).subarray(0, 200)))
      problems.push(`${file}: is not what its name says`)
    if (size(file) > PICTURE) problems.push(`${file}: ${Math.ceil(size(file) / KB)} KB, more than 200 KB`)
  }
  for (const { pagePath, iconPath, selectedIconPath } of app.tabBar?.list ?? []) {
    for (const icon of [iconPath, selectedIconPath]) {
      if (icon === undefined) continue
      if (!files.includes(icon)) problems.push(`tabBar ${pagePath}: the icon ${icon} is missing`)
      else if (size(icon) > ICON) problems.push(`tabBar ${pagePath}: the icon ${icon} is larger than 40 KB`)
    }
  }
  return problems
}
