/** Where the bytes of files lie. Keys are `ab/…`, of letters, digits, dots, dashes and one slash. */
export type FileStorage = {
  /** Resolves once the bytes would outlive a loss of power. */
  put(key: string, bytes: Uint8Array): Promise<void>
  /** Undefined when there is no such thing. */
  get(key: string): Promise<Uint8Array<ArrayBuffer> | undefined>
  /** What is not there is gone already. */
  remove(key: string): Promise<void>
}
/** The storage did not do what it was asked. */
export class StorageFailure extends Error {}
