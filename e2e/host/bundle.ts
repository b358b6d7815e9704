import { build } from 'esbuild'
import { fileURLToPath } from 'node:url'

const made = new Map<string, Promise<string>>()

/** One side of the host as a single script, made once in this process. */
export function bundle(side: 'service' | 'view'): Promise<string> {
  const existing = made.get(side)
  if (existing) return existing
  const making = build({
    entryPoints: [fileURLToPath(new URL(`./${side}/main.ts`, import.meta.url))],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    mainFields: ['module', 'main'],
    define: { 'process.env.NODE_ENV': '"production"' },
    legalComments: 'none',
    logLevel: 'silent',
  }).then(({ outputFiles }) => outputFiles[0]?.text ?? '')
  made.set(side, making)
  return making
}
