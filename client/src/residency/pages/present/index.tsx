import { type MyResidency, WorkerCode } from '@tmt/shared/residency/contract.ts'
import { useState } from 'react'
import { useNow } from '../../../platform/clock.ts'
import { useDesk } from '../../../platform/desk.ts'
import { useIdInAddress } from '../../../platform/id.ts'
import { go, goInstead } from '../../../platform/pages.ts'
import { useSession } from '../../../platform/session.ts'
import { Box } from '../../../ui/Box'
import { Button } from '../../../ui/Button'
import { Loaded } from '../../../ui/Loaded'
import { Page } from '../../../ui/Page'
import { StateView } from '../../../ui/StateView'
import { TextField } from '../../../ui/TextField'
import { Trouble } from '../../../ui/Trouble'
import { Facts } from '../../parts/facts.tsx'
import { canScan, scan } from '../../../platform/scan'
import { StatusTag } from '../../parts/status-tag.tsx'
import { sayNext } from '../../parts/wording.ts'
import { useMyResidency, usePresent } from '../../home-requests.ts'
import styles from '../../parts/stack.module.scss'

/** With a worker at the door or the counter: show them this home by their code, and wait while they look at it. */
export default function PresentHome() {
  const id = useIdInAddress()
  const me = useSession((s) => s.me)
  const query = useMyResidency(id)
  const found = query.data?.items.find((one) => one.id === id)
  const desk = useDesk(found?.communityId)
  return (
    <Page title="当场核验" demo={found?.demo ?? false} {...desk}>
      {me ? (
        <Loaded
          query={query}
          skeleton={{ kind: 'detail' }}
          empty={() =>
            found
              ? null
              : {
                  title: '没有找到这处住处',
                  text: '请从“我的住处”里打开。',
                  action: { label: '看我的住处', onClick: () => go('myHomes') },
                }
          }
        >
          {() => found && <Show one={found} />}
        </Loaded>
      ) : (
        <StateView
          kind="empty"
          title="登录后当场核验"
          action={{ label: '登录', onClick: () => go('signIn') }}
        />
      )}
    </Page>
  )
}

function Show({ one }: { one: MyResidency }) {
  const now = useNow()
  const present = usePresent()
  const waits = one.status === 'pending' && (one.atDoor || present.isSuccess)
  if (one.status === 'verified' || waits) {
    return (
      <>
        <Box className={styles.head}>
          <StatusTag status={one.status} />
        </Box>
        <Box as="p" className={styles.next} role="status">
          {one.status === 'verified' ? `核验好了。${sayNext(one, now)}` : sayNext(one, now)}
        </Box>
        <Facts residency={one} />
        {one.status === 'verified' && (
          <Button onClick={() => goInstead('myHome', { id: one.id })}>看这处住处</Button>
        )}
      </>
    )
  }
  return <Enter one={one} present={present} />
}

type EnterProps = { one: MyResidency; present: ReturnType<typeof usePresent> }
function Enter({ one, present }: EnterProps) {
  const [digits, setDigits] = useState('')
  const [wrong, setWrong] = useState<string | null>(null)
  const send = (code: string) => {
    const fits = WorkerCode.safeParse(code).success
    setWrong(fits ? null : '是 8 个数字，在工作人员的“我的核验码”上')
    if (fits && !present.isPending) present.mutate({ id: one.id, code })
  }
  const byCamera = async () => {
    const code = await scan()
    if (code !== null) send(code)
  }
  return (
    <>
      <Box as="p" className={styles.next}>
        请工作人员打开“我的核验码”，
        {canScan ? '扫一扫，或把 8 个数字填在下面。' : '把上面的 8 个数字填在下面。'}
        他在自己的屏幕上点“属实”，您这里就核验好了。
      </Box>
      <Facts residency={one} />
      <Trouble error={present.error} form />
      {canScan && (
        <Button busy={present.isPending} onClick={() => void byCamera()}>
          扫工作人员的核验码
        </Button>
      )}
      <TextField
        label="8 位核验码"
        type="number"
        maxLength={8}
        value={digits}
        onChange={setDigits}
        error={wrong}
        onConfirm={() => send(digits.trim())}
      />
      <Button
        kind={canScan ? 'secondary' : 'primary'}
        block
        busy={present.isPending}
        onClick={() => send(digits.trim())}
      >
        给工作人员看
      </Button>
    </>
  )
}
