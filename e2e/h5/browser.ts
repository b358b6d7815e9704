import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium } from 'playwright-core'

const cache = fileURLToPath(new URL('../../.cache/', import.meta.url))
const archives = ['chromium.br', 'fonts.tar.br', 'al2023.tar.br']

const fontsConf = (folder: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}/fonts</dir>
  <dir>/usr/share/fonts</dir>
  <dir>/usr/local/share/fonts</dir>
  <cachedir>${folder}/fonts-cache</cachedir>
</fontconfig>
`

/**
 * Unpacks the Chromium that lies in an npm package, once per version. Beside the project and not in the machine's
 * temporary folder, where the package's own code would take an older or half-written one for good.
 */
async function unpacked() {
  const home = dirname(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')))
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string }
  const folder = join(cache, `chromium-${version}`)
  if (existsSync(folder)) return folder
  const half = `${folder}.${process.pid}`
  mkdirSync(half, { recursive: true })
  const { inflate } = await import('@sparticuz/chromium')
  const before = process.env['TMPDIR']
  // The package unpacks to the temporary folder, wherever that is.
  process.env['TMPDIR'] = half
  try {
    await Promise.all(archives.map((name) => inflate(join(home, 'bin', name))))
  } finally {
    if (before === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = before
  }
  writeFileSync(join(half, 'fonts.conf'), fontsConf(folder))
  try {
    renameSync(half, folder)
  } catch (error) {
    // Another process was faster.
    rmSync(half, { recursive: true, force: true })
    if (!existsSync(folder)) throw error
  }
  return folder
}

/** Opens the browser that this project brings; it needs none on the machine. */
export async function openBrowser(): Promise<Browser> {
  const folder = await unpacked()
  const { LD_LIBRARY_PATH: libraries } = process.env
  return chromium.launch({
    executablePath: join(folder, 'chromium'),
    args: [
      '--no-sandbox',
      '--no-zygote',
      '--disable-gpu',
      '--font-render-hinting=none',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
    env: {
      ...process.env,
      FONTCONFIG_FILE: join(folder, 'fonts.conf'),
      // What a bare machine lacks: libnss3, libnspr4, libexpat.
      LD_LIBRARY_PATH: [libraries, join(folder, 'al2023/lib')].filter(Boolean).join(':'),
    },
  })
}
