import type { Help } from '@tmt/shared/helping/contract.ts'
import { helpChannelLabels, kinshipLabels } from '@tmt/shared/helping/labels.ts'
import { isoDay, sayTime } from '@tmt/shared/time.ts'
import { useState } from 'react'
import { startHelping, stopHelping, useHelping } from '../../platform/helping.ts'
import { go } from '../../platform/pages.ts'
import { Box } from '../../ui/Box'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Sheet } from '../../ui/Sheet'
import { Tag } from '../../ui/Tag'
import { Trouble } from '../../ui/Trouble'
import { useEndHelp } from '../requests.ts'
import styles from './helping.module.scss'

type Props = { help: Help; now: number; /** Whether I am the one who helps. */ mine: boolean }

/** One relation, seen from one side: act now, or end it. */
export function HelpCard({ help, now, mine }: Props) {
  const acting = useHelping()
  const on = acting?.help === help.id
  const begin = () => {
    startHelping({ help: help.id, name: help.name })
    go('activities')
  }
  return (
    <Card>
      <Box className={styles.inner}>
        <Box as="h3" className={styles.heading}>
          {help.name}
        </Box>
        {on && <Tag tone="leaf">正在帮他办</Tag>}
        <Box as="p" className={styles.note}>
          {`${mine ? '我是他的' : '他是我的'}${kinshipLabels[help.kinship]} · ${help.phone} · ${sayTime(help.beganAt, now)} ${helpChannelLabels[help.channel]}`}
        </Box>
        {help.endsAt !== null && (
          <Box as="p" className={styles.note}>
            {`${isoDay(help.endsAt)} 满 18 周岁，到那天自动结束。`}
          </Box>
        )}
        {mine && !on && (
          <Button onClick={begin} label={`帮他办：${help.name}`}>
            帮他办
          </Button>
        )}
        <End help={help} mine={mine} />
      </Box>
    </Card>
  )
}

function End({ help, mine }: { help: Help; mine: boolean }) {
  const acting = useHelping()
  const [asking, setAsking] = useState(false)
  const end = useEndHelp((id) => {
    if (acting?.help === id) stopHelping()
    setAsking(false)
  })
  const words = mine ? '以后不帮了' : '不让他再帮'
  return (
    <>
      <Button kind="secondary" block label={`${words}：${help.name}`} onClick={() => setAsking(true)}>
        {words}
      </Button>
      <Sheet
        open={asking}
        title={`${words}吗？`}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button kind="danger" busy={end.isPending} onClick={() => end.mutate({ id: help.id })}>
              {words}
            </Button>
            <Button kind="secondary" block onClick={() => setAsking(false)}>
              先不改
            </Button>
          </>
        }
      >
        <Box as="p" className={styles.words}>
          {mine
            ? '马上结束。已经替他办的不受影响；以后要帮，再问他要一次验证码。'
            : '马上结束。他替您办过的不会自动取消，要撤销请到「别人替我办的」。'}
        </Box>
        <Trouble error={end.error} />
      </Sheet>
    </>
  )
}
