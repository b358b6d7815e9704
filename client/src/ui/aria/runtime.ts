import { mergeInternalComponents } from '@tarojs/shared'
import { ariaAttributes } from './attributes.ts'

// The short names of attributes are counted out on both sides; the mini-program's must know of the same ones.
mergeInternalComponents(ariaAttributes)
