import type { NoticeDetail } from '@tmt/shared/notices/contract.ts'
import { cardLines } from '@tmt/shared/notices/rules.ts'
import { useNow } from '../../../platform/clock.ts'
import { useDesk } from '../../../platform/desk.ts'
import { useIdInAddress } from '../../../platform/id.ts'
import { go } from '../../../platform/pages.ts'
import { useShare } from '../../../platform/share.ts'
import { useTitled } from '../../../platform/titled.ts'
import { HomeLink } from '../../../ui/HomeLink'
import { Loaded } from '../../../ui/Loaded'
import { Page } from '../../../ui/Page'
import { ShareButton } from '../../../ui/ShareButton'
import { StateView } from '../../../ui/StateView'
import { NoticeText } from '../../parts/notice-text.tsx'
import { PrintButton } from '../../parts/print-button'
import { useNotice, useReading } from '../../requests.ts'

/** One notice; opened from a list, a group card, or by the code on a sheet of paper. */
export default function Detail() {
  const id = useIdInAddress()
  const query = useNotice(id)
  const now = useNow()
  const notice = query.data
  const desk = useDesk(notice?.division)
  const share = shared(id, notice, now)
  useShare(share)
  useReading(notice?.id)
  const titled = useTitled()
  return (
    <Page title={notice?.title ?? '通知'} wide="broad" demo={notice?.demo ?? false} {...desk}>
      <HomeLink />
      {id === '' ? (
        <StateView
          kind="refused"
          title="没有找到这条通知"
          text="网址可能不完整，请从通知列表里找。"
          action={otherOnes()}
        />
      ) : (
        <Loaded query={query} skeleton={{ kind: 'detail' }} refused={otherOnes}>
          {(found) => (
            <NoticeText notice={found} now={now} titled={titled} columns>
              <ShareButton share={share} />
              <PrintButton id={found.id} />
            </NoticeText>
          )}
        </Loaded>
      )}
    </Page>
  )
}

const otherOnes = () => ({ label: '看别的通知', onClick: () => go('notices') })
const shared = (id: string, notice: NoticeDetail | undefined, now: number) => ({
  title: notice
    ? cardLines({ ...notice, correctedAt: notice.corrections[0]?.at ?? null }, now).join(' · ')
    : '泰民通 · 通知',
  page: 'notice' as const,
  query: { id },
})
