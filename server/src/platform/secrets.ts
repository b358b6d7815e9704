import { createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { sm4 } from 'sm-crypto-v2'

/** 32 random bytes, kept apart from the database, and the number that what is sealed with them bears. */
export type MasterKey = { version: number; key: Buffer }

/**
 * Personal numbers at rest (《领域规格》 §11.2): SM4-GCM with the key's version in front, found again by HMAC-SM3.
 * Old keys still open what they sealed and find what they indexed, until `npm run rotate-keys` has gone through.
 */
export class Secrets {
  readonly version: number
  readonly #keys: ReadonlyMap<number, Uint8Array>
  readonly #peppers: readonly Buffer[]

  constructor(master: Buffer | MasterKey, old: readonly MasterKey[] = []) {
    const current = Buffer.isBuffer(master) ? { version: 1, key: master } : master
    const all = [current, ...old]
    if (all.some(({ key }) => key.length !== 32)) throw new Error('DATA_KEY must be 32 bytes')
    this.version = current.version
    this.#keys = new Map(
      all.map(({ version, key }) => [version, Uint8Array.from(derive(key, 'taimintong field sm4', 16))]),
    )
    if (this.#keys.size !== all.length) throw new Error('two keys of one version')
    this.#peppers = all.map(({ key }) => derive(key, 'taimintong index sm3', 32))
  }

  /** `sm4:<version>:<iv>:<tag>:<text>`, base64url. */
  seal(plain: string) {
    const iv = Uint8Array.from(randomBytes(12))
    const sealed = sm4.encrypt(Uint8Array.from(Buffer.from(plain)), this.#keys.get(this.version)!, {
      mode: 'gcm',
      iv,
      output: 'array',
      outputTag: true,
    }) as unknown as { output: Uint8Array; tag: Uint8Array }
    return ['sm4', String(this.version), iv, sealed.tag, sealed.output]
      .map((p) => (typeof p === 'string' ? p : encode(p)))
      .join(':')
  }

  /** @throws when the text was changed or sealed under a key that is not here */
  unseal(sealed: string) {
    const [algorithm, version, iv = '', tag = '', body = ''] = sealed.split(':')
    const key = this.#keys.get(Number(version))
    if (algorithm !== 'sm4' || !key) throw new Error('unknown sealing')
    if (decode(iv).length !== 12 || decode(tag).length !== 16) throw new Error('sealing is cut short')
    const plain = sm4.decrypt(decode(body), key, {
      mode: 'gcm',
      iv: decode(iv),
      tag: decode(tag),
      output: 'array',
    })
    return Buffer.from(plain).toString('utf8')
  }

  /** What everything begins with that is sealed under the current key. */
  get prefix() {
    return `sm4:${this.version}:`
  }
  /** The same for the same text: for lookups and unique indexes. Can't be turned back without the pepper. */
  index(use: string, plain: string) {
    return this.indexes(use, plain)[0]!
  }
  /** By the current key, then by the old ones: a row that was not re-sealed yet is found by one of them. */
  indexes(use: string, plain: string) {
    return this.#peppers.map((pepper) =>
      createHmac('sm3', pepper).update(`${use}\0${plain}`).digest('base64url'),
    )
  }
}
const derive = (master: Buffer, use: string, length: number) =>
  Buffer.from(hkdfSync('sha256', master, '', use, length))
const encode = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')
const decode = (text: string) => Uint8Array.from(Buffer.from(text, 'base64url'))
