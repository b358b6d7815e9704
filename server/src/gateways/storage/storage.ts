import { createDisk } from './disk.ts'
import type { FileStorage } from './gateway.ts'
import { createS3, type S3Options } from './s3.ts'

/** The storage that the configuration names: a folder, or a bucket. */
export function createStorage(options: { folder: string } | S3Options): FileStorage {
  return 'folder' in options ? createDisk(options.folder) : createS3(options)
}
