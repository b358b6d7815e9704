import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import { DEVICE, type AppConfig, type Manifest, type PageConfig } from '../wire.ts'

/** A build that cannot be run; its message is for the person who asked for it. */
export class BuildError extends Error {}

export const SDK_VERSION = '3.5.0'

export type Project = {
  /** Where app.json stands. */
  root: string
  /** Every file below it, with forward slashes. */
  files: string[]
  manifest: Manifest
}

const readJson = <T>(file: string): T => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as T
  } catch (error) {
    throw new BuildError(`${file}: ${(error as Error).message}`, { cause: error })
  }
}

function walk(folder: string, base = folder): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : walk(path, base)
    return [relative(base, path).split(sep).join('/')]
  })
}

export const subpackagesOf = (app: AppConfig) => app.subPackages ?? app.subpackages ?? []
const withSlash = (root: string) => `${root.replace(/^\/|\/$/g, '')}/`

/** Every page with the root of its package. */
export function pagesOf(app: AppConfig): Record<string, string> {
  const main = app.pages.map((page) => [page, ''] as const)
  const sub = subpackagesOf(app).flatMap(({ root, pages }) =>
    pages.map((page) => [`${withSlash(root)}${page}`, withSlash(root)] as const),
  )
  return Object.fromEntries([...main, ...sub])
}

function checkPages(root: string, pages: Record<string, string>, files: Set<string>) {
  const missing = Object.keys(pages).flatMap((page) =>
    ['.js', '.wxml'].map((end) => `${page}${end}`).filter((file) => !files.has(file)),
  )
  if (missing.length > 0)
    throw new BuildError(
      `${root} is half built: ${missing.join(', ')} missing. Build the mini-program again.`,
    )
}

/** Reads a project as WeChat DevTools would open it: a folder with project.config.json, or a build itself. */
export function readProject(folder: string): Project {
  const config = join(folder, 'project.config.json')
  if (!existsSync(folder) || !statSync(folder).isDirectory()) throw new BuildError(`${folder} is no folder`)
  if (!existsSync(config))
    throw new BuildError(`${folder} is no mini-program project: no project.config.json`)
  const { miniprogramRoot = '', appid = '' } = readJson<{ miniprogramRoot?: string; appid?: string }>(config)
  const root = resolve(folder, miniprogramRoot)
  if (!existsSync(join(root, 'app.json')))
    throw new BuildError(`${join(root, 'app.json')} is missing. Build the mini-program first.`)
  const app = readJson<AppConfig>(join(root, 'app.json'))
  if (!Array.isArray(app.pages) || app.pages.length === 0)
    throw new BuildError(`${join(root, 'app.json')} names no pages`)
  const files = walk(root)
  const pages = pagesOf(app)
  if (!files.includes('app.js')) throw new BuildError(`${join(root, 'app.js')} is missing`)
  checkPages(root, pages, new Set(files))
  const paths = (end: string) => files.filter((f) => f.endsWith(end)).map((f) => f.slice(0, -end.length))
  const configured = paths('.json').filter((p) => p !== 'app' && !p.startsWith('project.') && p !== 'sitemap')
  const json = Object.fromEntries(
    configured.map((path) => [path, readJson<PageConfig>(join(root, `${path}.json`))]),
  )
  const manifest: Manifest = {
    app,
    appId: appid,
    pages,
    json,
    scripts: paths('.js'),
    templates: paths('.wxml'),
    styles: paths('.wxss'),
    roots: subpackagesOf(app).map(({ root: sub }) => withSlash(sub)),
    device: DEVICE,
    sdkVersion: SDK_VERSION,
  }
  return { root, files, manifest }
}
