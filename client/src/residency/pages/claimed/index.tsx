import { useState } from 'react'
import { useNow } from '../../../platform/clock.ts'
import { useDesk } from '../../../platform/desk.ts'
import { useIdInAddress } from '../../../platform/id.ts'
import { go } from '../../../platform/pages.ts'
import { useSession } from '../../../platform/session.ts'
import { Box } from '../../../ui/Box'
import { Button } from '../../../ui/Button'
import { Loaded } from '../../../ui/Loaded'
import { Page } from '../../../ui/Page'
import { StaffOnly } from '../../../ui/StaffOnly'
import { Trouble } from '../../../ui/Trouble'
import { Claimed } from '../../parts/claimed.tsx'
import { sayDecided } from '../../parts/wording.ts'
import { useClaimed, useDecide } from '../../requests.ts'
import styles from '../../parts/stack.module.scss'

/** One claim as a page of its own (on a wide window it stands beside the list). */
export default function ClaimedHome() {
  const id = useIdInAddress()
  const query = useClaimed(id)
  const now = useNow()
  const desk = useDesk(query.data?.communityId)
  const [said, setSaid] = useState('')
  const decide = useDecide((done) => setSaid(sayDecided(done)))
  const signedIn = useSession((s) => s.token !== null)
  if (!signedIn || id === '') {
    return (
      <StaffOnly
        title="住处核验"
        refusal={{ title: '没有找到这条登记', text: '网址可能不完整，请从“住处核验”里找。' }}
      />
    )
  }
  return (
    <Page
      title={query.data ? `${query.data.placeName} ${query.data.door}` : '住处核验'}
      demo={query.data?.demo ?? false}
      {...desk}
    >
      <Box className={styles.done} role="status">
        {said}
      </Box>
      <Trouble error={decide.error} />
      <Loaded query={query} skeleton={{ kind: 'detail' }}>
        {(claim) => <Claimed claim={claim} now={now} decide={decide} />}
      </Loaded>
      {query.data && query.data.status !== 'pending' && (
        <Button
          kind="secondary"
          block
          onClick={() => go('verifyHomes', { community: query.data.communityId })}
        >
          看其他待核验的
        </Button>
      )}
    </Page>
  )
}
