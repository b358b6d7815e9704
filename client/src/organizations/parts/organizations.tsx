import type { OrganizationCard } from '@tmt/shared/organizations/contract.ts'
import { kindLabels } from '@tmt/shared/organizations/labels.ts'
import { isoDay } from '@tmt/shared/time.ts'
import { useState } from 'react'
import { go } from '../../platform/pages.ts'
import { useSession } from '../../platform/session.ts'
import { Box } from '../../ui/Box'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Loaded } from '../../ui/Loaded'
import { PhoneLink } from '../../ui/PhoneBar/link'
import { Tag } from '../../ui/Tag'
import { Trouble } from '../../ui/Trouble'
import { useOrganizations, useReport } from '../requests.ts'
import styles from './organizations.module.scss'

/** Whom this community sends people to, each with what it is for and its office number. */
export function Organizations({ community }: { community: string }) {
  const query = useOrganizations(community)
  return (
    <Box as="section" className={styles.section}>
      <Box as="h2" className={styles.heading}>
        这里找谁办什么
      </Box>
      <Loaded
        query={query}
        skeleton={{ rows: 3 }}
        empty={({ items }) =>
          items.length > 0
            ? null
            : { title: '这里还没有登记别的电话', text: '可以先打窗口的电话或 12345 问。' }
        }
      >
        {({ items }) => (
          <Box className={styles.cards}>
            {items.map((card) => (
              <Office key={card.id} card={card} />
            ))}
          </Box>
        )}
      </Loaded>
    </Box>
  )
}

function Office({ card }: { card: OrganizationCard }) {
  const { kind, name, purpose, phone, hours, place, checkedAt, demo } = card
  return (
    <Card>
      <Box className={styles.office}>
        <Box as="h3" className={styles.name}>
          {name}
        </Box>
        <Box className={styles.tags}>
          <Tag tone="river" icon="building">
            {kindLabels[kind]}
          </Tag>
          {demo && (
            <Tag tone="neutral" icon="info">
              演示数据
            </Tag>
          )}
        </Box>
        <Box as="p" className={styles.words}>
          {purpose}
        </Box>
        {hours !== '' && <Box as="p" className={styles.note}>{`接电话的时间：${hours}`}</Box>}
        {place !== '' && <Box as="p" className={styles.note}>{`地点：${place}`}</Box>}
        <PhoneLink number={phone} of={name} />
        <Box as="p" className={styles.note}>{`上次核对：${isoDay(checkedAt)}`}</Box>
        <Report card={card} />
      </Box>
    </Card>
  )
}

/** Whoever rang in vain tells it once; the staff then check the number. */
function Report({ card: { id, name } }: { card: OrganizationCard }) {
  const signedIn = useSession((s) => s.token !== null)
  const [told, setTold] = useState(false)
  const report = useReport(() => setTold(true))
  if (told) {
    return (
      <Box as="p" className={styles.told} role="status">
        已告诉社区，工作人员会核对这个号码。急事请拨 12345。
      </Box>
    )
  }
  return (
    <>
      <Button
        kind="text"
        busy={report.isPending}
        label={`${signedIn ? '电话打不通' : '电话打不通？登录后告诉社区'}：${name}`}
        onClick={() => (signedIn ? report.mutate({ id }) : go('signIn'))}
      >
        {signedIn ? '电话打不通' : '电话打不通？登录后告诉社区'}
      </Button>
      <Trouble error={report.error} />
    </>
  )
}
