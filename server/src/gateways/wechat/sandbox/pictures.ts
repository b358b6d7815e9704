export type Verdict = { suggest: 'pass' | 'review' | 'risky'; label: number }

/** Where the verdicts on pictures are sent to: 消息推送 of the mini-program. */
export type PushTarget = { url: string; token: string; aesKey: string | null }

export const PASS: Verdict = { suggest: 'pass', label: 100 }

/** What is told of a picture is decided by `tellNext`, since nobody looks at it here. */
export function createPictures() {
  const next: Verdict[] = []
  const running = new Set<Promise<void>>()
  return {
    tellNext: (verdict: Verdict) => void next.push(verdict),
    take: () => next.shift() ?? PASS,
    run(work: Promise<void>) {
      const kept = work.catch(() => {}).finally(() => running.delete(kept))
      running.add(kept)
    },
    /** Resolves once every verdict was pushed or given up. */
    async settled() {
      while (running.size > 0) await Promise.all(running)
    },
  }
}
