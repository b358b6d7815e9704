import { createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { sm4 } from 'sm-crypto-v2'

/**
 * Personal numbers at rest (《领域规格》 §11.2): SM4-GCM with the key's version in front, found again by HMAC-SM3.
 * `master` is 32 random bytes, kept apart from the database.
 */
export class Secrets {
  readonly #key: Uint8Array
  readonly #pepper: Buffer

  constructor(master: Buffer) {
    if (master.length !== 32) throw new Error('DATA_KEY must be 32 bytes')
    const derive = (use: string, length: number) => Buffer.from(hkdfSync('sha256', master, '', use, length))
    this.#key = Uint8Array.from(derive('taimintong field sm4', 16))
    this.#pepper = derive('taimintong index sm3', 32)
  }

  /** `sm4:1:<iv>:<tag>:<text>`, base64url. */
  seal(plain: string) {
    const iv = Uint8Array.from(randomBytes(12))
    const sealed = sm4.encrypt(Uint8Array.from(Buffer.from(plain)), this.#key, {
      mode: 'gcm',
      iv,
      output: 'array',
      outputTag: true,
    }) as unknown as { output: Uint8Array; tag: Uint8Array }
    return ['sm4', '1', iv, sealed.tag, sealed.output]
      .map((p) => (typeof p === 'string' ? p : encode(p)))
      .join(':')
  }

  /** @throws when the text was changed or sealed under another key */
  unseal(sealed: string) {
    const [algorithm, version, iv = '', tag = '', body = ''] = sealed.split(':')
    if (algorithm !== 'sm4' || version !== '1') throw new Error('unknown sealing')
    if (decode(iv).length !== 12 || decode(tag).length !== 16) throw new Error('sealing is cut short')
    const plain = sm4.decrypt(decode(body), this.#key, {
      mode: 'gcm',
      iv: decode(iv),
      tag: decode(tag),
      output: 'array',
    })
    return Buffer.from(plain).toString('utf8')
  }

  /** The same for the same text: for lookups and unique indexes. Can't be turned back without the pepper. */
  index(use: string, plain: string) {
    return createHmac('sm3', this.#pepper).update(`${use}\0${plain}`).digest('base64url')
  }
}
const encode = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')
const decode = (text: string) => Uint8Array.from(Buffer.from(text, 'base64url'))
