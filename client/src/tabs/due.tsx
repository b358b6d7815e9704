import { sayClock } from '@tmt/shared/due.ts'
import { levelOf } from '@tmt/shared/divisions/rules.ts'
import { go } from '../platform/pages.ts'
import { rowsOf } from '../platform/queries.ts'
import { Loaded } from '../ui/Loaded'
import { Row } from '../ui/Row'
import { iconOf, openDue } from '../workbench/parts/kinds.ts'
import { sayCounts } from '../workbench/parts/counts.tsx'
import { useDue, useDueCounts } from '../workbench/requests.ts'

const SHOWN = 3
type Props = { place: string; now: number }

/** The head of the workbench: how much waits at the place worked for last, and the most pressing of it. */
export function Due({ place, now }: Props) {
  return levelOf(place) === 'community' ? <OfCommunity place={place} now={now} /> : <OfScope place={place} />
}

/** Its head alone. */
export function DueDoor({ place }: { place: string }) {
  return levelOf(place) === 'community' ? <HeadOfCommunity place={place} /> : <OfScope place={place} large />
}

function HeadOfCommunity({ place }: { place: string }) {
  return (
    <Loaded query={useDue(place)} skeleton={{ rows: 1 }}>
      {(data) => <Door place={place} words={sayCounts(data.pages[0]!.counts)} large />}
    </Loaded>
  )
}

function Door({ place, words, large = false }: { place: string; words: string; large?: boolean }) {
  return (
    <Row
      large={large}
      icon="list"
      title="工作台"
      note={words === '' ? '眼下没有等着办的事' : words}
      onClick={() => go('workbench', { place })}
    />
  )
}

function OfCommunity({ place, now }: Props) {
  const query = useDue(place)
  return (
    <Loaded query={query} skeleton={{ rows: 1 }}>
      {(data) => (
        <>
          <Door place={place} words={sayCounts(data.pages[0]!.counts)} />
          {rowsOf(data)
            .slice(0, SHOWN)
            .map((due) => (
              <Row
                key={`${due.kind}${due.id}`}
                icon={iconOf(due)}
                title={due.title}
                note={due.note}
                value={sayClock(due.until, now) ?? undefined}
                onClick={() => openDue(due)}
              />
            ))}
        </>
      )}
    </Loaded>
  )
}

function OfScope({ place, large = false }: { place: string; large?: boolean }) {
  const query = useDueCounts(place)
  return (
    <Loaded query={query} skeleton={{ rows: 1 }}>
      {({ counts }) => <Door place={place} words={sayCounts(counts)} large={large} />}
    </Loaded>
  )
}
