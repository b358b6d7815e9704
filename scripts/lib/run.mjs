import { spawn } from 'node:child_process'
import { childEnv, root } from './paths.mjs'

const tty = process.stdout.isTTY === true
const NOTE_EVERY = 20_000
const KEEP = 4_000_000

/** @type {Set<number>} */
const groups = new Set()

/** Ends a child with all that it started. @param {number} pid */
function end(pid) {
  try {
    if (process.platform === 'win32') process.kill(pid)
    else process.kill(-pid, 'SIGKILL')
  } catch {
    // It has just ended by itself.
  }
}

/** Ends every child that is still running. */
export function endChildren() {
  groups.forEach(end)
}

/** Ends us and them. */
export function leave() {
  endChildren()
  process.exit(1)
}

/** @param {number} ms */
export function seconds(ms) {
  return `${ms < 10_000 ? (ms / 1000).toFixed(1) : Math.round(ms / 1000)} 秒`
}

/**
 * Runs a long step: one line that counts the seconds, the child's output only when it failed.
 * @param {string} label
 * @param {string[]} command program and arguments
 * @param {{ env?: NodeJS.ProcessEnv, cwd?: string, limit?: number, quiet?: boolean }} [options]
 *   `limit` in ms, after which the child is ended
 * @returns {Promise<{ ok: boolean, code: number | null, output: string, ms: number }>}
 */
export function run(label, [program, ...args], { env = {}, cwd = root, limit = 15 * 60_000, quiet } = {}) {
  const started = Date.now()
  const elapsed = () => seconds(Date.now() - started)
  /** @param {string} text */
  const say = (text) => {
    if (quiet) return
    process.stdout.write(tty ? `\r\x1b[K${text}` : `${text}\n`)
  }
  say(`${label} …`)
  const tick = setInterval(() => say(`${label} … 已 ${elapsed()}`), tty ? 1000 : NOTE_EVERY)
  return new Promise((resolve) => {
    const child = spawn(/** @type {string} */ (program), args, {
      cwd,
      env: childEnv(env),
      stdio: ['ignore', 'pipe', 'pipe'],
      // A group of its own, so that a child is ended together with what it started.
      detached: process.platform !== 'win32',
    })
    if (child.pid) groups.add(child.pid)
    let output = ''
    /** @param {Buffer} chunk */
    const keep = (chunk) => {
      output = (output + chunk.toString()).slice(-KEEP)
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    const timer = setTimeout(() => {
      output += `\n超过 ${seconds(limit)}，已中止。\n`
      if (child.pid) end(child.pid)
    }, limit)
    /** @param {number | null} code */
    const done = (code) => {
      clearInterval(tick)
      clearTimeout(timer)
      if (child.pid) groups.delete(child.pid)
      const ok = code === 0
      say(`${ok ? '✓' : '✗'} ${label}，用时 ${elapsed()}${tty ? '\n' : ''}`)
      if (!ok && !quiet) process.stdout.write(`${output.trimEnd()}\n`)
      resolve({ ok, code, output, ms: Date.now() - started })
    }
    child.on('error', (error) => {
      output += String(error)
      done(null)
    })
    child.on('close', done)
  })
}
