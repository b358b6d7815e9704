import { useRouter } from '@tarojs/taro'
import { Kinship, recordHelp } from '@tmt/shared/helping/contract.ts'
import { kinshipLabels } from '@tmt/shared/helping/labels.ts'
import { isoDay } from '@tmt/shared/time.ts'
import { useState } from 'react'
import { useNow } from '../../../platform/clock.ts'
import { useDesk } from '../../../platform/desk.ts'
import { checkForm, type FieldErrors } from '../../../platform/form.ts'
import { go } from '../../../platform/pages.ts'
import { staffGrants, useSession } from '../../../platform/session.ts'
import { Box } from '../../../ui/Box'
import { Button } from '../../../ui/Button'
import { ChoiceField } from '../../../ui/ChoiceField'
import { Page } from '../../../ui/Page'
import { StateView } from '../../../ui/StateView'
import { Switch } from '../../../ui/Switch'
import { TextField } from '../../../ui/TextField'
import { Trouble } from '../../../ui/Trouble'
import { useRecordHelp } from '../../requests.ts'
import styles from '../../parts/helping.module.scss'

const words = {
  helperPhone: '请填帮忙人的 11 位手机号',
  kinship: '请选他是本人的什么人',
  birthDate: '请填 8 位数字，例如 20150607',
}

/** At the window: whom somebody without a phone of their own lets act for them. Opened from the register's list. */
export default function RecordHelp() {
  const me = useSession((s) => s.me)
  const now = useNow()
  const { community = '', person = '' } = useRouter<{ community?: string; person?: string }>().params
  const desk = useDesk(community || undefined)
  const writes = staffGrants(me, now).some(
    ({ role, division }) => role === 'worker' && division.code === community,
  )
  return (
    <Page title="登记由谁帮他办" demo={me?.demo ?? false} {...desk}>
      {writes && person ? (
        <Form community={community} person={person} />
      ) : (
        <StateView
          kind="refused"
          title="这里给社区窗口用"
          text="请从「窗口实名登记」的名单里打开。"
          action={{ label: '回我的', onClick: () => go('mine') }}
        />
      )}
    </Page>
  )
}

function Form({ community, person }: { community: string; person: string }) {
  const [helperPhone, setPhone] = useState('')
  const [kinship, setKinship] = useState<Kinship | null>(null)
  const [agreed, setAgreed] = useState(false)
  const [birthDate, setBirthDate] = useState('')
  const [guardianAgreed, setGuardianAgreed] = useState(false)
  const [errors, setErrors] = useState<FieldErrors>({})
  const record = useRecordHelp()
  const submit = () => {
    const ward = kinship === 'guardian' ? { guardianAgreed, ...(birthDate && { birthDate }) } : {}
    const input = { personId: person, helperPhone, kinship, agreed, ...ward }
    const found = checkForm(recordHelp.body, input, words)
    setErrors(found)
    if (Object.keys(found).length === 0 && kinship)
      record.mutate({ ...input, kinship, communityId: community })
  }
  if (record.isSuccess) {
    return (
      <StateView
        kind="empty"
        title="已登记"
        text={`帮忙的人登录后，到「我的 → 帮家人办」选 ${record.data.name}。每办一件，都有短信告诉本人。${record.data.endsAt === null ? '' : `本人 ${isoDay(record.data.endsAt)} 满 18 周岁，到那天自动结束。`}`}
        action={{ label: '回窗口', onClick: () => go('counterDesk', { community }) }}
      />
    )
  }
  return (
    <Box as="section" className={styles.section}>
      <TextField
        label="帮忙人的手机号"
        hint="他要先登录过一次泰民通"
        type="tel"
        maxLength={11}
        value={helperPhone}
        onChange={(value) => setPhone(value.replace(/\D/g, ''))}
        error={errors.helperPhone ?? null}
      />
      <ChoiceField
        label="他是本人的"
        options={Kinship.options.map((value) => ({ value, label: kinshipLabels[value] }))}
        value={kinship}
        onChange={setKinship}
        error={errors.kinship ?? null}
      />
      {kinship === 'guardian' && (
        <TextField
          label="孩子的出生日期"
          hint="8 位数字；登记过身份证号的可以不填。满 18 周岁那天自动结束"
          type="number"
          maxLength={8}
          value={birthDate}
          onChange={(value) => setBirthDate(value.replace(/\D/g, ''))}
          error={errors.birthDate ?? null}
        />
      )}
      <Box className={styles.rows}>
        {kinship === 'guardian' && (
          <Switch
            label="监护人单独同意"
            note="未满 14 周岁要有：已单独说明替孩子办事要用孩子的哪些信息"
            checked={guardianAgreed}
            onChange={setGuardianAgreed}
          />
        )}
        <Switch
          label="本人当面同意"
          note="孩子由监护人同意；已说明：每办一件有短信，可以撤销，随时可以结束"
          checked={agreed}
          onChange={setAgreed}
        />
      </Box>
      <Trouble error={record.error} />
      <Button
        busy={record.isPending}
        disabledReason={agreed ? null : '请先问过本人，本人同意后打开上面的“同意”'}
        onClick={submit}
      >
        登记
      </Button>
    </Box>
  )
}
