import { expect, it } from 'vitest'
import { TextEncoder as Ours } from './text-encoder.ts'

it.each(['', 'https://example.cn/a?b=1%20', '东安花园 3号楼', '𠮷🙂é'])(
  '%j as the platform’s own encodes it',
  (text) => {
    expect([...new Ours().encode(text)]).toEqual([...new TextEncoder().encode(text)])
  },
)
