import { keysOf } from '../files/store.ts'
import { prepare } from '../files/pictures.ts'
import type { FileStorage } from '../gateways/storage/gateway.ts'
import { newId } from '../platform/ids.ts'
import sharp from 'sharp'

export const posterAlt = '红纸剪成的银杏叶，贴在木格窗上'
export type Drawn = { id: string; hash: string; width: number; height: number }

const leaf = (x: number, y: number, turn: number, size: number) =>
  `<g transform="translate(${x} ${y}) rotate(${turn}) scale(${size})"><path fill="#b3261e" d="M0 0C-20-40-90-60-110-130
  C-70-150-30-150 0-120C30-150 70-150 110-130C90-60 20-40 0 0ZM-6-2L-10 90L8 90L6-2Z"/><path d="M0-10V-100M-12-20
  L-60-115M12-20L60-115" stroke="#fff6df" stroke-width="5" fill="none"/></g>`
const bar = (x: number, y: number, w: number, h: number) =>
  `<rect x="${x}" y="${y}" width="${w}" height="${h}" fill="#8a5a2b"/>`

/** 演示数据: drawn, not photographed, so that nobody is shown. Kept before there is a row that speaks of it. */
export async function drawPoster(storage: FileStorage, now: number): Promise<Drawn> {
  const grid = [0, 390, 790, 1180].map((x) => bar(x, 0, 20, 675)).join('') + bar(0, 325, 1200, 20)
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="675"><rect width="1200" height="675"
    fill="#fff6df"/>${grid}${leaf(600, 440, 0, 2)}${leaf(210, 300, -18, 1.1)}${leaf(990, 570, 22, 1.2)}</svg>`
  const made = await prepare(await sharp(Buffer.from(svg)).png().toBuffer())
  if (typeof made === 'string') throw new Error(`the poster is ${made}`)
  const { hash, width, height, picture, thumbnail } = made
  const drawn = { id: newId(now), hash, width, height }
  const keys = keysOf(drawn)
  await storage.put(keys.picture, picture)
  await storage.put(keys.thumbnail, thumbnail)
  return drawn
}
