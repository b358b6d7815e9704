import { DivisionCode } from '@tmt/shared/codes.ts'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { useNow } from '../../../platform/clock.ts'
import { useDesk } from '../../../platform/desk.ts'
import { go } from '../../../platform/pages.ts'
import { rowsOf } from '../../../platform/queries.ts'
import { staffGrants, useSession } from '../../../platform/session.ts'
import { useWide } from '../../../platform/wide'
import { Box } from '../../../ui/Box'
import { Button } from '../../../ui/Button'
import { Loaded } from '../../../ui/Loaded'
import { More } from '../../../ui/More'
import { Page } from '../../../ui/Page'
import { StaffOnly } from '../../../ui/StaffOnly'
import { Managed } from '../../parts/managed.tsx'
import { NoticeItem } from '../../parts/notice-item.tsx'
import { rightsOver } from '../../parts/rights.ts'
import { useManagedNotices } from '../../staff-requests.ts'
import notices from '../../parts/notice.module.scss'
import styles from './index.module.scss'

/** All notices of one unit for its staff, drafts too; on a wide window with the chosen one beside them. */
export default function ManageNotices() {
  const me = useSession((s) => s.me)
  const place = useSession((s) => s.place)
  const { division } = useRouter<{ division?: string }>().params
  const now = useNow()
  const codes = staffGrants(me, now).map((grant) => grant.division.code)
  const code = division ?? codes.find((own) => own === place) ?? codes[0]
  if (!me || code === undefined || !DivisionCode.safeParse(code).success) {
    return (
      <StaffOnly
        title="管理通知"
        refusal={{
          title: '这里给社区工作人员用',
          text: '您的账号没有这个身份。要开通，请联系泰民通的管理人员。',
        }}
      />
    )
  }
  return <Unit code={code} now={now} />
}

function Unit({ code, now }: { code: string; now: number }) {
  const wide = useWide()
  const me = useSession((s) => s.me)
  const desk = useDesk(code)
  const [chosen, setChosen] = useState(useRouter<{ id?: string }>().params.id)
  const query = useManagedNotices(code)
  const rows = query.data ? rowsOf(query.data) : []
  const name = rows[0]?.divisionName
  // The first one stands open, so that the right side is never empty.
  const shown = chosen ?? rows[0]?.id
  const pick = (id: string) => (wide ? setChosen(id) : go('managedNotice', { id }))
  const { write } = rightsOver(me, code, now)
  const add = write && (
    <Button kind={wide ? 'secondary' : 'primary'} block onClick={() => go('editNotice', { division: code })}>
      写通知
    </Button>
  )
  return (
    <Page
      title={name ? `${name}的通知` : '管理通知'}
      {...desk}
      wide={wide ? 'split' : 'single'}
      demo={rows.some((notice) => notice.demo)}
      footer={!wide && add ? add : undefined}
    >
      <Box className={styles.list}>
        {wide && add}
        <Loaded
          query={query}
          empty={(data) =>
            rowsOf(data).length > 0
              ? null
              : {
                  title: '还没有通知',
                  text: write ? '写一条，先存草稿也行。' : '写好后会列在这里。',
                }
          }
          refused={() => ({ label: '回我的', onClick: () => go('mine') })}
        >
          {(data) => (
            <>
              <Box as="ul" className={notices.list}>
                {rowsOf(data).map((notice) => (
                  <NoticeItem
                    key={notice.id}
                    notice={notice}
                    now={now}
                    reads={notice.status === 'draft' ? undefined : notice.reads}
                    chosen={wide && notice.id === shown}
                    onClick={() => pick(notice.id)}
                  />
                ))}
              </Box>
              <More query={query} />
            </>
          )}
        </Loaded>
      </Box>
      {wide && shown && (
        <Box as="section" label="通知全文" className={styles.beside}>
          <Managed key={shown} id={shown} now={now} onGone={() => setChosen(undefined)} />
        </Box>
      )}
    </Page>
  )
}
