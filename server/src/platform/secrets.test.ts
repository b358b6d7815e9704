import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { sm4 } from 'sm-crypto-v2'
import { describe, expect, test } from 'vitest'
import { Secrets } from './secrets.ts'

const secrets = new Secrets(Buffer.alloc(32, 3))
const other = new Secrets(Buffer.alloc(32, 4))
const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex, 'hex'))

describe('sealing', () => {
  test('gives back whatever was sealed', () => {
    const checked = fc.check(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (plain) => {
        const text = plain.toWellFormed()
        return secrets.unseal(secrets.seal(text)) === text
      }),
    )
    expect(checked).toMatchObject({ failed: false, numRuns: 100 })
  })
  test('never seals the same text to the same bytes, and names algorithm and key version', () => {
    const sealed = Array.from({ length: 50 }, () => secrets.seal('13800000001'))
    expect(new Set(sealed).size).toBe(50)
    for (const one of sealed) expect(one).toMatch(/^sm4:1:[\w-]{16}:[\w-]{22}:[\w-]{15}$/)
    expect(sealed.join()).not.toContain('13800000001')
  })
  test('throws when any bit of it was turned over', () => {
    const parts = secrets.seal('13800000001').split(':')
    for (const n of [2, 3, 4]) {
      const part = Buffer.from(parts[n]!, 'base64url')
      for (let bit = 0; bit < part.length * 8; bit += 1) {
        const changed = Buffer.from(part)
        changed[bit >> 3]! ^= 1 << (bit & 7)
        expect(() => secrets.unseal(parts.with(n, changed.toString('base64url')).join(':'))).toThrow()
      }
    }
  })
  test('throws when it was cut short, is of another kind, or of another key', () => {
    const sealed = secrets.seal('13800000001')
    const [kind, version, iv, tag, body] = sealed.split(':')
    for (const text of ['', sealed.slice(0, -4), [kind, version, iv, '', body].join(':')])
      expect(() => secrets.unseal(text)).toThrow()
    expect(() => secrets.unseal([kind, version, iv, tag!.slice(0, 8), body].join(':'))).toThrow('cut short')
    expect(() => secrets.unseal(['aes', version, iv, tag, body].join(':'))).toThrow('unknown sealing')
    expect(() => secrets.unseal([kind, '2', iv, tag, body].join(':'))).toThrow('unknown sealing')
    expect(() => other.unseal(sealed)).toThrow()
  })
  test('is SM4-GCM as RFC 8998 appendix A.1 computes it', () => {
    const key = bytes('0123456789abcdeffedcba9876543210')
    const plain = bytes(
      'aaaaaaaaaaaaaaaabbbbbbbbbbbbbbbbccccccccccccccccddddddddddddddddeeeeeeeeeeeeeeeeffffffffffffffffeeeeeeeeeeeeeeeeaaaaaaaaaaaaaaaa',
    )
    const sealed = sm4.encrypt(plain, key, {
      mode: 'gcm',
      iv: bytes('00001234567800000000abcd'),
      associatedData: bytes('feedfacedeadbeeffeedfacedeadbeefabaddad2'),
      output: 'array',
      outputTag: true,
    }) as unknown as { output: Uint8Array; tag: Uint8Array }
    expect(Buffer.from(sealed.output).toString('hex')).toBe(
      '17f399f08c67d5ee19d0dc9969c4bb7d5fd46fd3756489069157b282bb200735d82710ca5c22f0ccfa7cbf93d496ac15a56834cbcf98c397b4024a2691233b8d',
    )
    expect(Buffer.from(sealed.tag).toString('hex')).toBe('83de3541e4c2b58177e065a9bf7b62ec')
  })
})

describe('the index', () => {
  test('is the same for the same text under the same key and use, and for nothing else', () => {
    const index = secrets.index('phone', '13800000001')
    expect(secrets.index('phone', '13800000001')).toBe(index)
    expect(new Secrets(Buffer.alloc(32, 3)).index('phone', '13800000001')).toBe(index)
    const others = [
      secrets.index('phone', '13800000002'),
      secrets.index('code', '13800000001'),
      other.index('phone', '13800000001'),
    ]
    expect(new Set([index, ...others]).size).toBe(4)
  })
  test('is HMAC-SM3 as GM/T 0042 appendix D computes it', () => {
    const key = Buffer.from(Array.from({ length: 32 }, (_, i) => i + 1))
    const text = 'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq'.repeat(2)
    expect(createHmac('sm3', key).update(text).digest('hex')).toBe(
      'ca05e144ed05d1857840d1f318a4a8669e559fc8391f414485bfdf7bb408963a',
    )
  })
})

describe('several keys', () => {
  const first = { version: 1, key: Buffer.alloc(32, 3) }
  const second = { version: 2, key: Buffer.alloc(32, 4) }
  const both = new Secrets(second, [first])

  test('the old one opens and finds what it sealed; the current one seals', () => {
    const before = secrets.seal('13800000001')
    expect(both.unseal(before)).toBe('13800000001')
    expect(both.indexes('phone', '13800000001')).toEqual([
      other.index('phone', '13800000001'),
      secrets.index('phone', '13800000001'),
    ])
    expect(both.index('phone', '13800000001')).toBe(other.index('phone', '13800000001'))
    const after = both.seal('13800000001')
    expect(after.startsWith(both.prefix)).toBe(true)
    expect(both.prefix).toBe('sm4:2:')
    expect(new Secrets(second).unseal(after)).toBe('13800000001')
    expect(() => new Secrets(second).unseal(before)).toThrow('unknown sealing')
  })
  test('no two are of one version', () => {
    expect(() => new Secrets(second, [{ ...first, version: 2 }])).toThrow('one version')
  })
})

test('a key of another length is refused', () => {
  for (const length of [0, 16, 31, 33]) expect(() => new Secrets(Buffer.alloc(length))).toThrow('32 bytes')
})
