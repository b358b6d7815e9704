import { createHash } from 'node:crypto'
import sharp from 'sharp'

/** 40 megapixels decoded are 160 MB: what phones take fits, and a small file can't fill the memory. */
const MAX_PIXELS = 40_000_000
const LONGEST = 2048
const THUMBNAIL = 480

// Kept pictures are read from the storage, and one at a time is decoded with one thread: memory stays small.
sharp.cache(false)
sharp.concurrency(1)

export type Prepared = {
  picture: Buffer
  thumbnail: Buffer
  hash: string
  width: number
  height: number
}

/** What bytes say that they are, by their first ones; never by a name or a header. */
function kindOf(bytes: Buffer) {
  if (bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return 'jpeg'
  if (bytes.subarray(0, 8).equals(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'))) return 'png'
  const riff = bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP'
  return riff ? 'webp' : undefined
}

/**
 * Makes of whatever picture a JPEG of at most 2048 pixels and a thumbnail. Both are drawn anew: upright, in sRGB, on
 * white, and without what the camera wrote down of place, time and device.
 */
export async function prepare(bytes: Buffer): Promise<Prepared | 'notAPicture' | 'tooManyPixels' | 'broken'> {
  const kind = kindOf(bytes)
  if (!kind) return 'notAPicture'
  try {
    // Reads the header alone.
    const { format, width, height } = await sharp(bytes, { limitInputPixels: false }).metadata()
    if (format !== kind) return 'notAPicture'
    if (width * height > MAX_PIXELS) return 'tooManyPixels'
    const within = { fit: 'inside', withoutEnlargement: true } as const
    const whole = await sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error' })
      .rotate()
      .resize(LONGEST, LONGEST, within)
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .jpeg({ quality: 82, progressive: true })
      .toBuffer({ resolveWithObject: true })
    const thumbnail = await sharp(whole.data)
      .resize(THUMBNAIL, THUMBNAIL, within)
      .jpeg({ quality: 76, progressive: true })
      .toBuffer()
    const hash = createHash('sha256').update(whole.data).digest('hex')
    return { picture: whole.data, thumbnail, hash, width: whole.info.width, height: whole.info.height }
  } catch {
    return 'broken'
  }
}
