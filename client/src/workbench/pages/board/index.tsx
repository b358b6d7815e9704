import { useRouter } from '@tarojs/taro'
import { isWithin, levelOf } from '@tmt/shared/divisions/rules.ts'
import type { RoleGrant } from '@tmt/shared/people/contract.ts'
import { roleLabels } from '@tmt/shared/people/labels.ts'
import { useState } from 'react'
import { YearMissing } from '../../../calendar/parts/year-missing.tsx'
import { useNow } from '../../../platform/clock.ts'
import { useDesk } from '../../../platform/desk.ts'
import { go } from '../../../platform/pages.ts'
import { staffGrants, useSession, workAt } from '../../../platform/session.ts'
import { Chips } from '../../../ui/Chips'
import { Page } from '../../../ui/Page'
import { StateView } from '../../../ui/StateView'
import { Community } from '../../parts/community.tsx'
import { Own } from '../../parts/own.tsx'
import { Scope } from '../../parts/scope.tsx'

/** What waits for the staff of a place, the most pressing first. The place worked for last is remembered. */
export default function Board() {
  const me = useSession((s) => s.me)
  const last = useSession((s) => s.place)
  const params = useRouter<{ place?: string }>().params
  const now = useNow()
  const desk = useDesk()
  const grants = staffGrants(me, now)
  const within = (code: string) => grants.some(({ division }) => isWithin(code, division.code))
  const start = [params.place, last ?? undefined, grants[0]?.division.code]
  const [place, setPlace] = useState(() => start.find((code) => code !== undefined && within(code)))
  if (place === undefined || !within(place)) return <NotForYou signedIn={me !== null} />
  const pick = (code: string) => {
    workAt(code)
    setPlace(code)
  }
  const places = <Places grants={grants} place={place} onPick={pick} />
  if (levelOf(place) === 'community') return <Community key={place} code={place} now={now} places={places} />
  return (
    <Page title="工作台" {...desk}>
      {places}
      {levelOf(place) === 'city' && <YearMissing />}
      <Own key={place} code={place} />
      <Scope code={place} />
    </Page>
  )
}

type PlacesProps = { grants: readonly RoleGrant[]; place: string; onPick: (code: string) => void }
/** Drawn for whoever works for several places, one of which is this one. */
function Places({ grants, place, onPick }: PlacesProps) {
  const options = [...new Map(grants.map((grant) => [grant.division.code, grant])).values()].map(
    ({ role, division }) => ({ value: division.code, label: `${division.name} · ${roleLabels[role]}` }),
  )
  if (options.length < 2) return null
  return <Chips label="为哪里工作" options={options} value={place} onChange={onPick} />
}

function NotForYou({ signedIn }: { signedIn: boolean }) {
  const desk = useDesk()
  return (
    <Page title="工作台" {...desk}>
      {signedIn ? (
        <StateView
          kind="refused"
          title="这里给社区工作人员用"
          text="您的账号没有这里的身份。要开通，请联系泰民通的管理人员。"
          action={{ label: '回我的', onClick: () => go('mine') }}
        />
      ) : (
        <StateView
          kind="refused"
          title="请先登录"
          text="用工作人员的手机号登录后再来。"
          action={{ label: '登录', onClick: () => go('signIn') }}
        />
      )}
    </Page>
  )
}
