import { defineChoices } from './choices.ts'
import { defineFields } from './fields.ts'
import { defineMap } from './map.ts'
import { definePickers } from './pickers.ts'
import { definePlain } from './plain.ts'
import { definePressed } from './pressed.ts'
import { defineScrolling } from './scrolling.ts'

/** Every built-in tag that the host knows; any other throws its name. */
export function defineBuiltins() {
  definePlain()
  definePressed()
  defineFields()
  defineChoices()
  definePickers()
  defineScrolling()
  defineMap()
}
