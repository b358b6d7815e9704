import { useState } from 'react'
import { useNow } from '../../../platform/clock.ts'
import { useDesk } from '../../../platform/desk.ts'
import { useIdInAddress } from '../../../platform/id.ts'
import { goBack } from '../../../platform/pages.ts'
import { useSession } from '../../../platform/session.ts'
import { Box } from '../../../ui/Box'
import { Button } from '../../../ui/Button'
import { Loaded } from '../../../ui/Loaded'
import { Page } from '../../../ui/Page'
import { StaffOnly } from '../../../ui/StaffOnly'
import { ClaimView } from '../../parts/claim-view.tsx'
import { canVerify } from '../../parts/rights.ts'
import { useClaimed } from '../../claim-requests.ts'
import styles from '../../parts/stack.module.scss'

/** One claim as a page of its own (on a wide window it stands beside the queue). */
export default function ClaimedHome() {
  const id = useIdInAddress()
  const me = useSession((s) => s.me)
  const now = useNow()
  const query = useClaimed(id)
  const claim = query.data
  const desk = useDesk(claim?.communityId)
  const [said, setSaid] = useState('')
  if (!me || id === '') {
    return (
      <StaffOnly
        title="核验"
        refusal={{ title: '没有找到这一条', text: '网址可能不完整，请从“核验住处”里打开。' }}
      />
    )
  }
  return (
    <Page title={claim?.door ?? '核验'} demo={claim?.demo ?? false} {...desk}>
      <Loaded
        query={query}
        skeleton={{ kind: 'detail' }}
        refused={() => ({ label: '返回', onClick: () => goBack('mine') })}
      >
        {(found) => (
          <>
            <Box className={styles.done} role="status">
              {said}
            </Box>
            <ClaimView claim={found} now={now} may={canVerify(me, found.communityId, now)} onDone={setSaid} />
            {said !== '' && <Button onClick={() => goBack('mine')}>看下一条</Button>}
          </>
        )}
      </Loaded>
    </Page>
  )
}
