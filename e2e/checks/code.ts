import { parse, type AnyNode } from 'acorn'
import { full, simple } from 'acorn-walk'
import type { Build } from './build.ts'

const parsed = (source: string) =>
  parse(source, {
    ecmaVersion: 2022,
    sourceType: 'script',
    allowReturnOutsideFunction: true,
  })
const scripts = ({ files }: Build) => files.filter((file) => file.endsWith('.js'))
const isName = (node: AnyNode, name: string) => node.type === 'Identifier' && node.name === name
const isText = (node: AnyNode | undefined) =>
  node?.type === 'TemplateLiteral' || (node?.type === 'Literal' && typeof node.value === 'string')

/** Ways to compile text that a call may take; WeChat forbids them all. */
function compiles(callee: AnyNode, args: AnyNode[]): string | null {
  if (isName(callee, 'eval')) return 'eval'
  if (isName(callee, 'Function')) return 'Function'
  if (isName(callee, 'setTimeout') || isName(callee, 'setInterval'))
    return isText(args[0]) ? 'a timer with text' : null
  if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return null
  if (callee.property.name === 'eval') return 'eval'
  // `anything.constructor('…')` is Function by another name.
  return callee.property.name === 'constructor' && isText(args[0]) ? 'a constructor with text' : null
}

/**
 * webpack's way to the global object where there is no `globalThis`; it catches what a phone throws.
 * Terser writes it in this one form.
 */
const WEBPACK_GLOBAL = /"object"===typeof globalThis\)return globalThis;try\{return this\|\|$/

/** No `eval`, no `new Function`, and nothing else that compiles text: a phone would throw. */
export function checkCode(build: Build): string[] {
  return scripts(build).flatMap((file) => {
    const problems: string[] = []
    const source = build.text(file)
    const look = (node: { callee: AnyNode; arguments: AnyNode[]; start: number }) => {
      const way = compiles(node.callee, node.arguments)
      if (way && !WEBPACK_GLOBAL.test(source.slice(0, node.start)))
        problems.push(`${file}:${node.start}: ${way}`)
    }
    try {
      simple(parsed(source), { CallExpression: look, NewExpression: look })
    } catch (error) {
      problems.push(`${file}: ${(error as Error).message}`)
    }
    return problems
  })
}

/** The names of all members that the code of some files calls, e.g. `getLocation` of `Taro.getLocation()`. */
export function calledMembers(build: Build, files = scripts(build)): Set<string> {
  const names = new Set<string>()
  for (const file of files) {
    simple(parsed(build.text(file)), {
      CallExpression({ callee }) {
        if (callee.type === 'MemberExpression' && callee.property.type === 'Identifier')
          names.add(callee.property.name)
      },
    })
  }
  return names
}

/** Every text that stands in the code of some files. */
export function literals(build: Build, files = scripts(build)): Set<string> {
  const texts = new Set<string>()
  for (const file of files) {
    full(parsed(build.text(file)), (node) => {
      if (node.type === 'Literal' && 'value' in node && typeof node.value === 'string') texts.add(node.value)
    })
  }
  return texts
}
