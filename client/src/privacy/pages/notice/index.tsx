import { PRIVACY_VERSION } from '@tmt/shared/people/privacy-version.ts'
import { notice } from '@tmt/shared/people/notice.ts'
import { useOperator } from '../../../platform/operator.ts'
import { useDesk } from '../../../platform/desk.ts'
import { goBack } from '../../../platform/pages.ts'
import { useSession } from '../../../platform/session.ts'
import { Box } from '../../../ui/Box'
import { Button } from '../../../ui/Button'
import { Page } from '../../../ui/Page'
import { Trouble } from '../../../ui/Trouble'
import { useGiveConsent } from '../../requests.ts'
import styles from '../../parts/privacy.module.scss'

/** The notice, readable by everybody; who is signed in and has not agreed to this one can do so at its foot. */
export default function Notice() {
  const me = useSession((s) => s.me)
  const desk = useDesk()
  const asked = me !== null && me.privacyVersion !== PRIVACY_VERSION
  return (
    <Page title="隐私说明" {...desk} footer={asked ? <Agree /> : undefined}>
      <Box className={styles.column}>
        <Box as="p" className={styles.note}>
          {`${PRIVACY_VERSION} 版，从这一天起适用`}
        </Box>
        {notice.map(({ heading, paragraphs }) => (
          <Box as="section" key={heading} className={styles.inner}>
            <Box as="h2" className={styles.heading}>
              {heading}
            </Box>
            {paragraphs.map((paragraph) => (
              <Box as="p" key={paragraph} className={styles.words}>
                {paragraph}
              </Box>
            ))}
          </Box>
        ))}
        <Operator />
      </Box>
    </Page>
  )
}

/** Who runs this, as the settings say: the notice's own words name nobody. */
function Operator() {
  const told = useOperator()
  return (
    <Box as="section" className={styles.inner}>
      <Box as="h2" className={styles.heading}>
        运营单位和备案号
      </Box>
      <Box as="p" className={styles.words}>
        {told ? `运营单位：${told.operator}` : '还没有读到，连上网后再看'}
      </Box>
      {told && (
        <Box as="p" className={styles.words}>
          {`备案号：${told.filing}`}
        </Box>
      )}
    </Box>
  )
}

function Agree() {
  const give = useGiveConsent(() => goBack('mine'))
  return (
    <Box className={styles.inner}>
      <Trouble error={give.error} />
      <Button
        busy={give.isPending}
        onClick={() => give.mutate({ purpose: 'account', version: PRIVACY_VERSION })}
      >
        我看过了，同意
      </Button>
    </Box>
  )
}
