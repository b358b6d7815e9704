import { Phone } from '@tmt/shared/codes.ts'
import { Relation, relationLabels, type Relatives } from '@tmt/shared/people/relatives.ts'
import { useState } from 'react'
import { useNow } from '../../../platform/clock.ts'
import { useDesk } from '../../../platform/desk.ts'
import { staffGrants, useSession } from '../../../platform/session.ts'
import { sayTime } from '@tmt/shared/time.ts'
import { Box } from '../../../ui/Box'
import { Button } from '../../../ui/Button'
import { ChoiceField } from '../../../ui/ChoiceField'
import { Loaded } from '../../../ui/Loaded'
import { Page } from '../../../ui/Page'
import { Row } from '../../../ui/Row'
import { Sheet } from '../../../ui/Sheet'
import { StaffOnly } from '../../../ui/StaffOnly'
import { TextField } from '../../../ui/TextField'
import { Trouble } from '../../../ui/Trouble'
import { useAddRelative, useDeclareRelatives, useRelatives, useRemoveRelative } from '../../requests.ts'
import styles from '../../parts/rows.module.scss'

/** Whom I must not decide about. Whoever verifies has to say it first, none as well. */
export default function OwnRelatives() {
  const me = useSession((s) => s.me)
  const desk = useDesk()
  const now = useNow()
  const query = useRelatives()
  if (staffGrants(me, now).length === 0) {
    return (
      <StaffOnly
        title="近亲属申报"
        refusal={{ title: '这里给工作人员用', text: '办事回避用的，居民不用填。' }}
      />
    )
  }
  return (
    <Page title="近亲属申报" demo={me?.demo ?? false} {...desk}>
      <Box as="p">
        配偶、父母、子女、兄弟姐妹、祖孙等近亲属的登记，要由同事来核验。只记关系和手机号，别人看不到。
      </Box>
      <Loaded query={query}>{(relatives) => <Known relatives={relatives} now={now} />}</Loaded>
    </Page>
  )
}

function Known({ relatives: { declaredAt, items }, now }: { relatives: Relatives; now: number }) {
  const [adding, setAdding] = useState(false)
  const [leaving, setLeaving] = useState<Relatives['items'][number] | null>(null)
  const declare = useDeclareRelatives()
  const remove = useRemoveRelative(() => setLeaving(null))
  return (
    <>
      <Box className={styles.rows}>
        {items.map((one) => (
          <Row
            key={one.id}
            icon="person"
            title={relationLabels[one.relation]}
            note={one.phone}
            value="删去"
            onClick={() => setLeaving(one)}
          />
        ))}
        <Row icon="plus" title="申报一位近亲属" onClick={() => setAdding(true)} />
      </Box>
      <Box as="p" role="status">
        {declaredAt === null
          ? '您还没有声明过，声明后才能核验住处。'
          : `您在 ${sayTime(declaredAt, now)} 声明过：都申报了。有变化请随时改。`}
      </Box>
      <Trouble error={declare.error} />
      <Button
        kind={declaredAt === null ? 'primary' : 'secondary'}
        block
        busy={declare.isPending}
        onClick={() => declare.mutate({})}
      >
        {items.length === 0 ? '声明：我在本地没有近亲属' : '声明：在本地的近亲属都申报了'}
      </Button>
      {adding && <Add onClose={() => setAdding(false)} />}
      <Sheet
        open={leaving !== null}
        title="要删去这位近亲属吗？"
        onClose={() => setLeaving(null)}
        actions={
          <>
            <Button
              kind="danger"
              busy={remove.isPending}
              onClick={() => leaving && remove.mutate({ id: leaving.id })}
            >
              删去
            </Button>
            <Button kind="secondary" block onClick={() => setLeaving(null)}>
              不删
            </Button>
          </>
        }
      >
        <Trouble error={remove.error} />
        <Box as="p">{leaving ? `${relationLabels[leaving.relation]}，${leaving.phone}` : ''}</Box>
      </Sheet>
    </>
  )
}

function Add({ onClose }: { onClose: () => void }) {
  const [relation, setRelation] = useState<Relation | null>(null)
  const [phone, setPhone] = useState('')
  const [tried, setTried] = useState(false)
  const add = useAddRelative(onClose)
  const right = Phone.safeParse(phone.trim()).success
  const send = () => {
    setTried(true)
    if (relation !== null && right) add.mutate({ relation, phone: phone.trim() })
  }
  return (
    <Sheet
      open
      title="申报一位近亲属"
      onClose={onClose}
      actions={
        <>
          <Button busy={add.isPending} onClick={send}>
            申报
          </Button>
          <Button kind="secondary" block onClick={onClose}>
            先不
          </Button>
        </>
      }
    >
      <Trouble error={add.error} form />
      <ChoiceField
        label="是您的什么人"
        options={Relation.options.map((one) => ({ value: one, label: relationLabels[one] }))}
        value={relation}
        onChange={setRelation}
        error={tried && relation === null ? '请选一项' : null}
      />
      <TextField
        label="他的手机号"
        type="tel"
        maxLength={11}
        value={phone}
        onChange={setPhone}
        error={tried && !right ? '请写 11 位手机号' : null}
      />
    </Sheet>
  )
}
