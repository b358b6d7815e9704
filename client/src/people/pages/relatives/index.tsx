import { relationLabels, type Relatives as Told } from '@tmt/shared/people/relatives.ts'
import { sayTime } from '@tmt/shared/time.ts'
import { useNow } from '../../../platform/clock.ts'
import { useDesk } from '../../../platform/desk.ts'
import { staffGrants, useSession } from '../../../platform/session.ts'
import { Box } from '../../../ui/Box'
import { Button } from '../../../ui/Button'
import { Loaded } from '../../../ui/Loaded'
import { Page } from '../../../ui/Page'
import { Row } from '../../../ui/Row'
import { StaffOnly } from '../../../ui/StaffOnly'
import { Trouble } from '../../../ui/Trouble'
import { RelativeForm } from '../../parts/relative-form.tsx'
import { useDeclareRelatives, useRelatives, useRemoveRelative } from '../../relative-requests.ts'
import styles from '../../parts/rows.module.scss'

/** Who a member of staff must not deal with themselves; told once, by relation and number alone. */
export default function Relatives() {
  const me = useSession((s) => s.me)
  const now = useNow()
  const desk = useDesk()
  if (!me || staffGrants(me, now).length === 0) {
    return <StaffOnly title="近亲属申报" refusal={{ title: '这里给工作人员用', text: '居民不用申报。' }} />
  }
  return (
    <Page title="近亲属申报" demo={me.demo} {...desk}>
      <Mine now={now} />
    </Page>
  )
}

function Mine({ now }: { now: number }) {
  const query = useRelatives()
  return (
    <>
      <Box as="p" className={styles.note}>
        亲属来登记、来办事时，系统会请您的同事来办。只记关系和手机号，别人看不到；在本地没有近亲属的，直接点下面的声明。
      </Box>
      <Loaded query={query} skeleton={{ rows: 3 }}>
        {(told) => <List told={told} now={now} />}
      </Loaded>
      <RelativeForm />
    </>
  )
}

function List({ told, now }: { told: Told; now: number }) {
  const { declaredAt, items } = told
  const remove = useRemoveRelative()
  const declare = useDeclareRelatives()
  return (
    <Box as="section" className={styles.section}>
      <Box as="h2" className={styles.heading}>
        已经申报的
      </Box>
      {items.length > 0 ? (
        <Box className={styles.rows}>
          {items.map(({ id, relation, phone }) => (
            <Row
              key={id}
              icon="users"
              title={relationLabels[relation]}
              note={phone}
              value="删去"
              onClick={() => {
                if (!remove.isPending) remove.mutate({ id })
              }}
            />
          ))}
        </Box>
      ) : (
        <Box as="p" className={styles.note}>
          还没有申报过谁。
        </Box>
      )}
      <Trouble error={remove.error ?? declare.error} />
      <Box as="p" className={styles.note} role="status">
        {declaredAt === null
          ? '还没有声明。声明以后才能核验住处。'
          : `${sayTime(declaredAt, now)} 声明过；有变化时随时改，再声明一次。`}
      </Box>
      <Button
        kind={declaredAt === null ? 'primary' : 'secondary'}
        block
        busy={declare.isPending}
        onClick={() => declare.mutate({})}
      >
        {items.length > 0 ? '声明：近亲属都在上面了' : '声明：在本地没有近亲属'}
      </Button>
    </Box>
  )
}
