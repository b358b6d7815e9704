import { spawnSync } from 'node:child_process'
import { chmodSync, copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { compileTemplates } from '../host/compile/templates.ts'
import type { Project } from '../host/compile/project.ts'

const require = createRequire(import.meta.url)

const FOLDERS: Partial<Record<NodeJS.Platform, string>> = { linux: 'linux', darwin: 'mac', win32: 'windows' }

/** Runs one of WeChat's own compilers; null where it does not run on this machine (they are made for x86-64). */
function compile(tool: 'wcc' | 'wcsc', args: string[], cwd: string): { ok: boolean; says: string } | null {
  const home = dirname(require.resolve('miniprogram-compiler'))
  const folder = FOLDERS[process.platform]
  if (!folder) return null
  const name = process.platform === 'win32' ? `${tool}.exe` : tool
  // It comes without the right to run, and the packages' store is not ours to change.
  const place = mkdtempSync(join(tmpdir(), 'wx-compiler-'))
  try {
    const program = join(place, name)
    copyFileSync(join(home, 'bin', folder, name), program)
    chmodSync(program, 0o700)
    const { status, stderr, error } = spawnSync(program, args, {
      cwd,
      maxBuffer: 1e9,
      timeout: 30_000,
      encoding: 'utf8',
    })
    if (error && /ENOEXEC|ENOENT|EACCES/.test(String((error as NodeJS.ErrnoException).code))) return null
    return { ok: status === 0, says: stderr.trim() || String(error ?? `exit ${status}`) }
  } finally {
    rmSync(place, { recursive: true, force: true })
  }
}

export type Checked = { problems: string[]; /** Which compilers looked. */ by: string[] }

/** WXML by WeChat's compiler, and by glass-easel's, whose warnings are errors here. */
export function checkWxml(project: Project): Checked {
  const files = project.files.filter((file) => file.endsWith('.wxml'))
  const scripts = project.files.filter((file) => file.endsWith('.wxs'))
  const { warnings } = compileTemplates(project)
  const result = compile('wcc', ['-d', '-cc', '0', ...files, ...scripts, '-gn', '$gwx'], project.root)
  return {
    problems: [...warnings, ...(result && !result.ok ? [`wcc: ${result.says}`] : [])],
    by: ['glass-easel', ...(result ? ['wcc'] : [])],
  }
}

/** WXSS by WeChat's compiler. */
export function checkWxss(project: Project): Checked {
  const files = project.files.filter((file) => file.endsWith('.wxss'))
  const result = compile('wcsc', ['-lc', '-db', '-pc', String(files.length), ...files], project.root)
  return {
    problems: result && !result.ok ? [`wcsc: ${result.says}`] : [],
    by: result ? ['wcsc'] : [],
  }
}
