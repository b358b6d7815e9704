import { useRouter } from '@tarojs/taro'
import type { Division } from '@tmt/shared/divisions/contract.ts'
import { CITY, isWithin, parentOf } from '@tmt/shared/divisions/rules.ts'
import { useState } from 'react'
import { useCommunity } from '../../../platform/community.ts'
import { sayError } from '../../../platform/errors.ts'
import { goBack, goInstead } from '../../../platform/pages.ts'
import { Box } from '../../../ui/Box'
import { Page } from '../../../ui/Page'
import { StateView } from '../../../ui/StateView'
import { TextField } from '../../../ui/TextField'
import { Browse } from '../../parts/browse.tsx'
import { Hits } from '../../parts/hits.tsx'
import { useSettled } from '../../parts/settled.ts'
import { useChooseCommunity } from '../../requests.ts'
import styles from './index.module.scss'

const titles = {
  manageActivities: '选要管理的村或社区',
  manageOrganizations: '选要看电话名片的村或社区',
  claimHome: '住处在哪个村或社区',
}
type To = keyof typeof titles

/**
 * Picks a community, by name or from the city downward.
 * `within` bounds the choice to one unit; `to` opens a page for the choice instead of changing 我的村(社区).
 */
export default function PickCommunity() {
  const { within = CITY, to } = useRouter<{ within?: string; to?: To }>().params
  const mine = useCommunity()
  const start = mine && isWithin(mine.code, within) ? (parentOf(mine.code) ?? within) : within
  const [at, setAt] = useState(isWithin(start, within) ? start : within)
  const [words, setWords] = useState('')
  const q = useSettled(words.trim())
  const { choose, busy, error } = useChooseCommunity(() => goBack('home'))

  const pick = (unit: Division) => {
    if (unit.level !== 'community') {
      setAt(unit.code)
      setWords('')
    } else if (to) goInstead(to, { community: unit.code })
    else if (!busy) choose(unit)
  }
  return (
    <Page title={to ? titles[to] : '选您的村或社区'}>
      {mine && !to && <Box as="p" className={styles.now}>{`现在看的是：${mine.name}`}</Box>}
      {error && <StateView kind="refused" title={sayError(error)} text="没有换成，请再选一次。" />}
      <TextField
        label="按名称找"
        hint="写村、社区或镇的名字，一两个字也行"
        value={words}
        onChange={setWords}
        maxLength={20}
      />
      {q === '' ? (
        <Browse at={at} within={within} onGo={setAt} onPick={pick} />
      ) : (
        <Hits q={q} within={within} onPick={pick} />
      )}
    </Page>
  )
}
