import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { BuildError, type Project } from './project.ts'

type Warning = { message: string; startLine: number; level?: number }
type TmplGroup = {
  addTmpl(path: string, source: string): Warning[]
  addScript(path: string, source: string): void
  getTmplGenObjectGroups(): string
  free(): void
}
const require = createRequire(import.meta.url)
// Its module build asks for a bundler that knows WebAssembly.
const { TmplGroup } = require('glass-easel-template-compiler') as {
  TmplGroup: new () => TmplGroup
}

/** Taro writes `<block id>`, which is harmless: a block is never drawn. */
const harmless = ({ message }: Warning) => /block/.test(message) && /attribute/.test(message)

/** All templates and wxs of a build, as one JavaScript expression that yields generators by path. */
export function compileTemplates({ root, files }: Project): { source: string; warnings: string[] } {
  const group = new TmplGroup()
  const warnings: string[] = []
  try {
    for (const file of files) {
      if (file.endsWith('.wxs')) group.addScript(file.slice(0, -4), readFileSync(join(root, file), 'utf8'))
      if (!file.endsWith('.wxml')) continue
      const found = group.addTmpl(file.slice(0, -5), readFileSync(join(root, file), 'utf8')) ?? []
      for (const warning of found) {
        if (!harmless(warning)) warnings.push(`${file}:${warning.startLine + 1}: ${warning.message}`)
      }
    }
    return { source: group.getTmplGenObjectGroups(), warnings }
  } catch (error) {
    throw new BuildError(`the templates do not compile: ${String(error)}`, { cause: error })
  } finally {
    group.free()
  }
}
