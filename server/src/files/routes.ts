import { getFile, uploadFile } from '@tmt/shared/files/contract.ts'
import { DAY } from '@tmt/shared/time.ts'
import { type FileStorage, StorageFailure } from '../gateways/storage/gateway.ts'
import { perform, serve } from '../platform/endpoint.ts'
import { newId } from '../platform/ids.ts'
import type { Secrets } from '../platform/secrets.ts'
import { isSigned, signedLinks } from './links.ts'
import { prepare } from './pictures.ts'
import { countUploads, findFile, insertFile, KEPT, keysOf } from './store.ts'

export type FileParts = { secrets: Secrets; storage: FileStorage }
const MAX_A_DAY = 200

export const fileRoutes = ({ secrets, storage }: FileParts) => [
  perform(uploadFile, {
    async gather({ db, actor, input, refuse, now }) {
      if ((await countUploads(db, actor.personId, now - DAY)) >= MAX_A_DAY) return refuse('tooMany')
      const prepared = await prepare(input.file.bytes)
      if (typeof prepared === 'string') return refuse(prepared)
      const id = newId(now)
      const keys = keysOf({ id, hash: prepared.hash })
      try {
        // Durable before there is a row that speaks of it.
        await storage.put(keys.picture, prepared.picture)
        await storage.put(keys.thumbnail, prepared.thumbnail)
      } catch (error) {
        if (error instanceof StorageFailure) return refuse('storageUnavailable')
        throw error
      }
      const { hash, width, height } = prepared
      return { id, hash, width, height }
    },
    load: async (_tx, _input, _actor, gathered) => gathered,
    sees: () => true,
    may: () => true,
    async run({ tx, actor, subject, now }) {
      await insertFile(tx, { ...subject, personId: actor.personId, at: now })
      const { id, width, height } = subject
      return { id, width, height, ...signedLinks(secrets, id, now), keptUntil: now + KEPT }
    },
    audit: (_input, { id }) => ({ subject: id }),
  }),
]

export const fileServing = ({ secrets, storage }: FileParts) => [
  serve(getFile, {
    async load(db, input, now) {
      const file = await findFile(db, input.id)
      return file && (file.public || isSigned(secrets, input, now)) ? file : undefined
    },
    async open(file, { size }) {
      const bytes = await storage.get(keysOf(file)[size])
      // What is public may be taken back: a day, not a year.
      const caching = file.public ? 'public, max-age=86400, immutable' : 'private, max-age=600'
      return bytes && { bytes, type: 'image/jpeg', etag: `"${file.hash.slice(0, 22)}-${size}"`, caching }
    },
  }),
]
