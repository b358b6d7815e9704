import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults, RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
declare const axe: { run(options: RunOptions): Promise<AxeResults> }

/** What axe finds serious or critical: rule, help and the elements. */
export async function barriers(page: Page) {
  // Evaluated, not added as a script: the page's content policy would rightly refuse it.
  await page.evaluate(source)
  const { violations } = await page.evaluate(() => axe.run({ resultTypes: ['violations'] }))
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, help, nodes }) =>
        `${id}: ${help} (${nodes.map((n) => `${n.target.join(' ')} ${n.html.slice(0, 160)}`).join(' | ')})`,
    )
}
