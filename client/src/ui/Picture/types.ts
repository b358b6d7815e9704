import type { Picture } from '@tmt/shared/files/picture.ts'

export type PictureProps = {
  picture: Pick<Picture, 'alt' | 'picture' | 'thumbnail'>
  size: 'picture' | 'thumbnail'
  /** `band`: a strip across a card, cut; `whole`: all of it, on a ground that waits for it. */
  shape: 'band' | 'whole'
}
