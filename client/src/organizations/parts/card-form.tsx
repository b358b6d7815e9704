import { Kind, type ManagedOrganization, OrganizationFacts } from '@tmt/shared/organizations/contract.ts'
import { kindLabels } from '@tmt/shared/organizations/labels.ts'
import { useState } from 'react'
import { useDesk } from '../../platform/desk.ts'
import { useDraft } from '../../platform/drafts.ts'
import { Refused } from '../../platform/errors.ts'
import { checkForm, type FieldErrors } from '../../platform/form.ts'
import { goBack } from '../../platform/pages.ts'
import { Box } from '../../ui/Box'
import { Button } from '../../ui/Button'
import { ChoiceField } from '../../ui/ChoiceField'
import { Page } from '../../ui/Page'
import { TextArea } from '../../ui/TextArea'
import { TextField } from '../../ui/TextField'
import { Trouble } from '../../ui/Trouble'
import { useCreate, useEdit } from '../requests.ts'
import styles from './organizations.module.scss'

type FormValue = Omit<OrganizationFacts, 'kind'> & { kind: Kind | null; version: number }
const empty: FormValue = { kind: null, name: '', purpose: '', phone: '', hours: '', place: '', version: 0 }
function formOf({ kind, name, purpose, phone, hours, place, version }: ManagedOrganization): FormValue {
  return { kind, name, purpose, phone, hours, place, version }
}
const kinds = Kind.options.map((value) => ({ value, label: kindLabels[value] }))
const words: FieldErrors = {
  kind: '请选一类',
  name: '请写名称，2 到 40 个字，不要写个人手机号',
  purpose: '请写找它办什么，2 到 200 个字，不要写个人手机号',
  phone: '请填办公电话，如 0523-12345678；不能填个人手机号',
}

type Props = { community: string; card: ManagedOrganization | null }
/** Writes a card or changes one. What is typed is kept on this device until it was sent. */
export function CardForm({ community, card }: Props) {
  const draft = useDraft(`organization:${card?.id ?? `new:${community}`}`, card ? formOf(card) : empty)
  const desk = useDesk(community)
  const [errors, setErrors] = useState<FieldErrors>({})
  const done = () => {
    draft.discard()
    goBack('mine')
  }
  const create = useCreate(done)
  const edit = useEdit(done)
  const { error, isPending } = card ? edit : create
  const behind = card !== null && draft.value.version !== card.version
  const submit = () => {
    const { version, ...facts } = draft.value
    const wrong = checkForm(OrganizationFacts, facts, words)
    setErrors(wrong)
    if (Object.keys(wrong).length > 0) return
    const good = facts as OrganizationFacts
    if (card) edit.mutate({ id: card.id, version, ...good })
    else create.mutate({ communityId: community, ...good })
  }
  const shown: FieldErrors = { ...errors, ...(error instanceof Refused ? error.fields : {}) }
  const of = (name: keyof OrganizationFacts) => ({ error: shown[name] ?? null })
  const { value, change } = draft
  return (
    <Page
      title={card ? '修改名片' : '新建名片'}
      {...desk}
      demo={card?.demo ?? false}
      footer={
        <Box className={styles.actions}>
          <Trouble error={error} form />
          {behind && (
            <Button kind="secondary" block onClick={() => change({ version: card.version })}>
              同事刚改过，看过了，用我写的
            </Button>
          )}
          <Button busy={isPending} onClick={submit}>
            {card ? '保存修改' : '放上名片'}
          </Button>
        </Box>
      }
    >
      <Box className={styles.section}>
        {draft.restored && (
          <Box as="p" className={styles.words}>
            上次没写完的内容还在，可以接着写。
          </Box>
        )}
        <TextField
          label="名称"
          {...of('name')}
          hint="例如：社区警务室"
          maxLength={40}
          value={value.name}
          onChange={(name) => change({ name })}
        />
        <ChoiceField
          label="哪一类"
          {...of('kind')}
          options={kinds}
          value={value.kind}
          onChange={(kind) => change({ kind })}
        />
        <TextArea
          label="找它办什么"
          {...of('purpose')}
          hint="用居民听得懂的话写"
          maxLength={200}
          value={value.purpose}
          onChange={(purpose) => change({ purpose })}
        />
        <TextField
          label="办公电话"
          {...of('phone')}
          hint="座机要写区号，如 0523-12345678；不能填个人手机号"
          maxLength={24}
          value={value.phone}
          onChange={(phone) => change({ phone: phone.trim() })}
        />
        <TextField
          label="接电话的时间"
          {...of('hours')}
          required={false}
          maxLength={80}
          value={value.hours}
          onChange={(hours) => change({ hours })}
        />
        <TextField
          label="地点"
          {...of('place')}
          required={false}
          maxLength={80}
          value={value.place}
          onChange={(place) => change({ place })}
        />
      </Box>
    </Page>
  )
}
