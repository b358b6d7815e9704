import type { Seat } from '@tmt/shared/residency/seat-contract.ts'
import { purposeLabels } from '@tmt/shared/residency/seat-labels.ts'
import { useDesk } from '../../../platform/desk.ts'
import { go } from '../../../platform/pages.ts'
import { useSession } from '../../../platform/session.ts'
import { Box } from '../../../ui/Box'
import { Loaded } from '../../../ui/Loaded'
import { Page } from '../../../ui/Page'
import { StateView } from '../../../ui/StateView'
import { HandOver } from '../../parts/seat-hand-over.tsx'
import { SeatMembers } from '../../parts/seat-members.tsx'
import { useSeats } from '../../seat-requests.ts'
import styles from '../../parts/stack.module.scss'

/** My households and what I own: who belongs to each, who speaks for it, and how that is handed over. */
export default function MySeats() {
  const me = useSession((s) => s.me)
  const desk = useDesk()
  const query = useSeats()
  return (
    <Page title="我的户和房产" demo={me?.demo ?? false} {...desk}>
      {me ? (
        <Loaded
          query={query}
          skeleton={{ kind: 'detail' }}
          empty={({ items }) =>
            items.length > 0
              ? null
              : {
                  title: '还没有已核验的住处或房产',
                  text: '登记住处，社区核验以后，同一门牌的家人会自动在一户。',
                  action: { label: '我的住处', onClick: () => go('myHomes') },
                }
          }
          refused={() => ({ label: '重新登录', onClick: () => go('signIn') })}
        >
          {({ items }) => items.map((seat) => <One key={seat.id} seat={seat} />)}
        </Loaded>
      ) : (
        <StateView
          kind="empty"
          title="登录后看您的户和房产"
          action={{ label: '登录', onClick: () => go('signIn') }}
        />
      )}
    </Page>
  )
}

function One({ seat }: { seat: Seat }) {
  const { purpose, placeName, door, communityName } = seat
  const name = `${purposeLabels[purpose]} · ${placeName} ${door}`
  return (
    <Box as="section" label={name} className={styles.stack}>
      <Box as="h2" className={styles.heading}>
        {name}
      </Box>
      <Box as="p" className={styles.note}>
        {`${communityName}。只有这里的人和社区看得到。`}
      </Box>
      <SeatMembers seat={seat} />
      <HandOver seat={seat} />
    </Box>
  )
}
