import { useRouter } from '@tarojs/taro'
import { findHelped } from '@tmt/shared/helping/counter-contract.ts'
import { useState } from 'react'
import { useNow } from '../../../platform/clock.ts'
import { useDesk } from '../../../platform/desk.ts'
import { checkForm, type FieldErrors } from '../../../platform/form.ts'
import { go } from '../../../platform/pages.ts'
import { staffGrants, useSession } from '../../../platform/session.ts'
import { Box } from '../../../ui/Box'
import { Button } from '../../../ui/Button'
import { Page } from '../../../ui/Page'
import { StateView } from '../../../ui/StateView'
import { TextField } from '../../../ui/TextField'
import { Trouble } from '../../../ui/Trouble'
import { CounterPerson } from '../../parts/counter-person.tsx'
import { useFindHelped } from '../../counter-requests.ts'
import styles from '../../parts/helping.module.scss'

/** At the window, on the person's request: who may act for them, what was done, and the way to end or undo it. */
export default function HelpedPerson() {
  const me = useSession((s) => s.me)
  const place = useSession((s) => s.place)
  const now = useNow()
  const { community } = useRouter<{ community?: string }>().params
  const own = staffGrants(me, now).filter(({ role }) => role === 'worker')
  const here =
    own.find(({ division }) => division.code === community) ??
    own.find(({ division }) => division.code === place) ??
    own[0]
  const desk = useDesk(here?.division.code)
  return (
    <Page title="窗口查帮办" demo={me?.demo ?? false} wide={here ? 'split' : 'single'} {...desk}>
      {here ? (
        <Desk key={here.division.code} community={here.division.code} name={here.division.name} now={now} />
      ) : (
        <StateView
          kind="refused"
          title={me ? '这里给社区窗口用' : '请先登录'}
          text={
            me ? '您的账号没有这个身份。自己的，请到「我的 → 帮家人办」。' : '用工作人员的手机号登录后再来。'
          }
          action={
            me
              ? { label: '回我的', onClick: () => go('mine') }
              : { label: '登录', onClick: () => go('signIn') }
          }
        />
      )}
    </Page>
  )
}

function Desk({ community, name, now }: { community: string; name: string; now: number }) {
  const [phone, setPhone] = useState('')
  const [errors, setErrors] = useState<FieldErrors>({})
  const [person, setPerson] = useState<string | null>(null)
  const find = useFindHelped(setPerson)
  const submit = () => {
    const found = checkForm(findHelped.body, { phone }, { phone: '请填本人的 11 位手机号' })
    setErrors(found)
    setPerson(null)
    if (Object.keys(found).length === 0) find.mutate({ communityId: community, phone })
  }
  return (
    <>
      <Box className={styles.column}>
        <Box as="p" className={styles.note}>
          {`${name}。要写全本人的手机号，每次查看都有记录。`}
        </Box>
        <Box as="section" className={styles.section}>
          <TextField
            label="本人的手机号"
            hint="先看证件，确认是本人"
            type="tel"
            maxLength={11}
            value={phone}
            onChange={(value) => {
              setPhone(value.replace(/\D/g, ''))
              setPerson(null)
            }}
            error={errors.phone ?? null}
            onConfirm={submit}
          />
          <Trouble error={find.error} />
          <Button busy={find.isPending} onClick={submit}>
            查谁能替他办
          </Button>
        </Box>
      </Box>
      <Box className={styles.column} role="status">
        {person !== null && <CounterPerson key={person} community={community} person={person} now={now} />}
      </Box>
    </>
  )
}
