import type { MyResidency } from '@tmt/shared/residency/contract.ts'
import { MAX_RESIDENCIES } from '@tmt/shared/residency/rules.ts'
import { useNow } from '../../../platform/clock.ts'
import { useDesk } from '../../../platform/desk.ts'
import { go } from '../../../platform/pages.ts'
import { useSession } from '../../../platform/session.ts'
import { Box } from '../../../ui/Box'
import { Button } from '../../../ui/Button'
import { Card } from '../../../ui/Card'
import { Loaded } from '../../../ui/Loaded'
import { Page } from '../../../ui/Page'
import { Row } from '../../../ui/Row'
import { StateView } from '../../../ui/StateView'
import { Tag } from '../../../ui/Tag'
import { StatusTag } from '../../parts/status-tag.tsx'
import { sayNext } from '../../parts/wording.ts'
import { useMyResidencies } from '../../home-requests.ts'
import styles from '../../parts/stack.module.scss'

/** Where I belong: each home with how it stands and what happens next. */
export default function MyHomes() {
  const me = useSession((s) => s.me)
  const desk = useDesk()
  const query = useMyResidencies()
  const full = (query.data?.items.length ?? 0) >= MAX_RESIDENCIES
  return (
    <Page
      title="我的住处"
      demo={me?.demo ?? false}
      {...desk}
      footer={
        me && (
          <Button
            disabledReason={full ? `最多登记 ${MAX_RESIDENCIES} 处，请先删去不用的` : null}
            onClick={() => go('claimHome')}
          >
            登记一处住处
          </Button>
        )
      }
    >
      {me ? (
        <Mine />
      ) : (
        <StateView
          kind="empty"
          title="登录后登记您的住处"
          text="核验以后，您就是本村（社区）的居民，可以参加只收居民的活动。没有手机的，可以到社区窗口办。"
          action={{ label: '登录', onClick: () => go('signIn') }}
        />
      )}
    </Page>
  )
}

function Mine() {
  const query = useMyResidencies()
  const now = useNow()
  return (
    <Loaded
      query={query}
      empty={({ items }) =>
        items.length > 0
          ? null
          : {
              title: '您还没有登记住处',
              text: '填上楼栋和门牌，社区三个工作日内核验；工作人员在面前的话，扫他的码当场就好。门牌只有您和社区看得到。',
            }
      }
      refused={() => ({ label: '重新登录', onClick: () => go('signIn') })}
    >
      {({ items }) => (
        <Box as="ul" className={styles.list}>
          {items.some(({ status }) => status === 'verified') && (
            <Box as="li" className={styles.rows}>
              <Row
                icon="users"
                title="我的户和房产"
                note="同一户的人、户代表和业主代表"
                onClick={() => go('mySeats')}
              />
            </Box>
          )}
          {items.map((one) => (
            <Home key={one.id} one={one} now={now} />
          ))}
        </Box>
      )}
    </Loaded>
  )
}

function Home({ one, now }: { one: MyResidency; now: number }) {
  const name = `${one.placeName} ${one.door}`
  return (
    <Box as="li">
      <Card onClick={() => go('myHome', { id: one.id })} label={name}>
        <Box as="h2" className={styles.heading}>
          {name}
        </Box>
        <Box className={styles.head}>
          <StatusTag status={one.status} />
          {one.primary && (
            <Tag tone="neutral" icon="home">
              主要住处
            </Tag>
          )}
        </Box>
        <Box as="p" className={styles.note}>
          {one.communityName}
        </Box>
        <Box as="p" className={styles.next}>
          {sayNext(one, now)}
        </Box>
      </Card>
    </Box>
  )
}
