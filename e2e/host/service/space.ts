import { MiniProgramEnv } from 'glass-easel-miniprogram-adapter'
import * as glassEasel from 'glass-easel'
import { reportError } from './errors.ts'
import { plainEvents } from './events.ts'
import { console } from './globals.ts'
import { link, manifest, type TemplateGroup } from './link.ts'

glassEasel.globalOptions.writeIdToDOM = true
glassEasel.addGlobalErrorListener((error) => {
  reportError(error)
  // glass-easel would print it once more.
  return false
})
glassEasel.addGlobalWarningListener((message, component) => {
  const where = typeof component === 'string' ? component : component.is
  // Taro's templates give null to every property of a built-in tag that the app leaves out.
  if (where === '' && /type-incompatible value: .* but get null/.test(message)) return false
  console.warn(`[${where}] ${message}`)
  return false
})

export const environment = new MiniProgramEnv()
export const space = environment.createCodeSpace('main', true)
if (manifest.styles.includes('app')) space.addStyleSheet('app', 'app')

/** A template whose handlers get plain events. */
const withPlainEvents =
  (group: TemplateGroup): TemplateGroup =>
  (name) => {
    const generate = group(name)
    return (wrapper, ...rest) => {
      wrapper.setEventListenerWrapper(plainEvents)
      return generate(wrapper, ...rest)
    }
  }
export const templates = link.templates()
export const templateOf = (path: string): glassEasel.template.ComponentTemplate | undefined => {
  const group = templates[path]
  if (!group) return undefined
  return {
    groupList: templates as unknown as glassEasel.template.ComponentTemplate['groupList'] & object,
    content: withPlainEvents(group) as unknown as glassEasel.template.ComponentTemplate['content'],
  }
}
