import sharp from 'sharp'

type Kind = 'jpeg' | 'png' | 'webp'
/** A picture of one colour, as a camera would send it. */
export async function pictureBytes(
  options: { kind?: Kind; width?: number; height?: number; place?: boolean } = {},
) {
  const { kind = 'jpeg', width = 640, height = 480, place = false } = options
  const drawn = sharp({ create: { width, height, channels: 3, background: '#0b6b66' } })
  const exif = {
    IFD0: { Make: 'Camera of somebody', ImageDescription: 'taken at home' },
    IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '32/1 27/1 30/1' },
  }
  const noted = place ? drawn.withExif(exif).withMetadata({ orientation: 6, exif }) : drawn
  return Uint8Array.from(await noted.toFormat(kind).toBuffer())
}
/** A picture whose header says another size than there is: what is to be decoded would fill the memory. */
export async function bomb(width = 60_000, height = 60_000) {
  const png = Buffer.from(await pictureBytes({ kind: 'png', width: 8, height: 8 }))
  png.writeUInt32BE(width, 16)
  png.writeUInt32BE(height, 20)
  return Uint8Array.from(png)
}
export const program = Uint8Array.from(
  Buffer.from('MZ\x90\x00\x03\x00\x00\x00This program cannot be run', 'latin1'),
)
