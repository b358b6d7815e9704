import { answerParent } from './wire.ts'

export type Memory = { resident: number; highest: number; heap: number; external: number; committed: number }

let stats = () => ({ commits: 0, units: 0, retries: 0 })

answerParent({
  // The product is imported late, as main.ts does it.
  async open(how: { group: number | null }) {
    const { openProduct } = await import('./product.ts')
    const product = await openProduct(how)
    stats = product.stats
    return product.port
  },
  stats: () => stats(),
  memory(): Memory {
    const { rss, heapUsed, heapTotal, external } = process.memoryUsage()
    // ru_maxrss is in KiB.
    return {
      resident: rss,
      highest: process.resourceUsage().maxRSS * 1024,
      heap: heapUsed,
      external,
      committed: heapTotal,
    }
  },
})
