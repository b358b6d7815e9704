import { useRouter } from '@tarojs/taro'
import type { ManagedPlace, PlaceKind } from '@tmt/shared/divisions/place-contract.ts'
import { useState } from 'react'
import { useNow } from '../../../platform/clock.ts'
import { useDesk } from '../../../platform/desk.ts'
import { go } from '../../../platform/pages.ts'
import { staffGrants, useSession } from '../../../platform/session.ts'
import { Box } from '../../../ui/Box'
import { Button } from '../../../ui/Button'
import { Loaded } from '../../../ui/Loaded'
import { Page } from '../../../ui/Page'
import { StaffOnly } from '../../../ui/StaffOnly'
import { PlaceGroups } from '../../parts/place-groups.tsx'
import { PlaceSheet } from '../../parts/place-sheet.tsx'
import { useManagedPlaces } from '../../requests.ts'
import styles from '../../parts/units.module.scss'

/** What lies below a community: its workers enter, rename and close it; other staff read. */
export default function Places() {
  const me = useSession((s) => s.me)
  const place = useSession((s) => s.place)
  const now = useNow()
  const grants = staffGrants(me, now).filter(({ division }) => division.level === 'community')
  const writing = grants.filter(({ role }) => role === 'worker').map(({ division }) => division.code)
  const own = writing.find((code) => code === place) ?? writing[0]
  const { community = own } = useRouter<{ community?: string }>().params
  if (!me || community === undefined) {
    return (
      <StaffOnly
        title="地址管理"
        refusal={{ title: '这里给社区工作者用', text: '楼栋、网格有不对的，请打电话告诉社区。' }}
      />
    )
  }
  return <Community code={community} write={writing.includes(community)} />
}

type Asked = { kind: PlaceKind } | ManagedPlace
function Community({ code, write }: { code: string; write: boolean }) {
  const desk = useDesk(code)
  const query = useManagedPlaces(code)
  const [asked, setAsked] = useState<Asked | null>(null)
  const places = query.data?.items ?? []
  return (
    <Page
      title="地址管理"
      {...desk}
      wide="broad"
      demo={places.some(({ demo }) => demo)}
      footer={
        write && <Button onClick={() => setAsked({ kind: 'building' })}>新增楼栋、小组、小区或网格</Button>
      }
    >
      <Box as="p" className={styles.note}>
        居民登记住处时从这里的楼栋、小组里选；户和门牌由居民自己写，不列在这里。
      </Box>
      <Loaded
        query={query}
        skeleton={{ rows: 8 }}
        empty={({ items }) =>
          items.length > 0
            ? null
            : {
                title: '还没有录入楼栋和网格',
                text: write
                  ? '先录小区和网格，再录楼栋；村里先录网格，再录村民小组。'
                  : '社区工作者录入后会列在这里。',
              }
        }
        refused={() => ({ label: '回我的', onClick: () => go('mine') })}
      >
        {({ items }) => <PlaceGroups places={items} onPick={write ? setAsked : undefined} />}
      </Loaded>
      {asked && (
        <PlaceSheet
          key={'code' in asked ? asked.code : 'new'}
          community={code}
          places={places}
          asked={asked}
          onClose={() => setAsked(null)}
        />
      )}
    </Page>
  )
}
