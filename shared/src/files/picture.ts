import { z } from 'zod/mini'
import { Id, text } from '../codes.ts'

/** Where a picture is fetched from, below `/api`. What is not public yet bears a signature, good for ten minutes. */
export const Links = { picture: z.string(), thumbnail: z.string() }

/** A picture in an answer of a feature, with what it shows in words. */
export const Picture = z.strictObject({ file: Id, alt: z.string(), ...Links })
export type Picture = z.output<typeof Picture>

/** What a picture shows, for whoever can't see it. */
export const Alt = text(60)
