import { useNow } from '../../../platform/clock.ts'
import { useDesk } from '../../../platform/desk.ts'
import { useIdInAddress } from '../../../platform/id.ts'
import { go } from '../../../platform/pages.ts'
import { printPage } from '../../../platform/print'
import { Button } from '../../../ui/Button'
import { Loaded } from '../../../ui/Loaded'
import { Page } from '../../../ui/Page'
import { StateView } from '../../../ui/StateView'
import { Poster } from '../../parts/poster.tsx'
import { PrintButton } from '../../parts/print-button'
import { useNotice } from '../../requests.ts'

/** One notice as a sheet of A4; everything round it is left out on paper. */
export default function Print() {
  const id = useIdInAddress()
  const query = useNotice(id)
  const now = useNow()
  const desk = useDesk(query.data?.division)
  const print = printPage
  return (
    <Page
      title="打印通知"
      demo={query.data?.demo ?? false}
      {...desk}
      footer={
        query.data && (print ? <Button onClick={print}>打印（A4 纸）</Button> : <PrintButton id={id} />)
      }
    >
      {id === '' ? (
        <StateView
          kind="refused"
          title="没有找到这条通知"
          text="网址可能不完整，请从通知列表里找。"
          action={otherOnes()}
        />
      ) : (
        <Loaded query={query} skeleton={{ kind: 'detail' }} refused={otherOnes}>
          {(notice) => <Poster notice={notice} now={now} />}
        </Loaded>
      )}
    </Page>
  )
}

const otherOnes = () => ({ label: '看别的通知', onClick: () => go('notices') })
