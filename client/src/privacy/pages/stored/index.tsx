import type { StoredSection } from '@tmt/shared/privacy/contract.ts'
import { useDesk } from '../../../platform/desk.ts'
import { go } from '../../../platform/pages.ts'
import { useSession } from '../../../platform/session.ts'
import { Box } from '../../../ui/Box'
import { Button } from '../../../ui/Button'
import { Card } from '../../../ui/Card'
import { Loaded } from '../../../ui/Loaded'
import { Page } from '../../../ui/Page'
import { Trouble } from '../../../ui/Trouble'
import { SignInFirst } from '../../parts/sign-in-first.tsx'
import { useExport, useStored } from '../../requests.ts'
import styles from '../../parts/privacy.module.scss'

/** All that is kept about me, by part, with why and how long; and the whole of it as a file. */
export default function Stored() {
  const me = useSession((s) => s.me)
  const desk = useDesk()
  const query = useStored()
  return (
    <Page
      title="关于我的信息"
      demo={me?.demo ?? false}
      {...desk}
      footer={me ? <Export id={me.id} /> : undefined}
    >
      {me ? (
        <Loaded query={query} refused={() => ({ label: '重新登录', onClick: () => go('signIn') })}>
          {({ items }) => (
            <Box className={styles.column}>
              <Box as="p" className={styles.words}>
                系统里和您有关的都在这里。号码遮住，是怕旁边的人看到。写错了的，称呼和村（社区）自己能改，别的请到窗口。
              </Box>
              {items.map((section) => (
                <Section key={section.id} section={section} />
              ))}
            </Box>
          )}
        </Loaded>
      ) : (
        <SignInFirst text="登录后可以看到系统里存着您的什么信息，也可以导出。" />
      )}
    </Page>
  )
}

function Section({ section }: { section: StoredSection }) {
  const { title, purpose, basis, retention, rows } = section
  return (
    <Card>
      <Box className={styles.inner}>
        <Box as="h2" className={styles.heading}>
          {title}
        </Box>
        {rows.length === 0 && (
          <Box as="p" className={styles.note}>
            没有
          </Box>
        )}
        {rows.map(({ label, value }, i) => (
          <Box key={`${i}${label}`} className={styles.fact}>
            <Box as="span" className={styles.label}>
              {label}
            </Box>
            <Box as="span" className={styles.value}>
              {value}
            </Box>
          </Box>
        ))}
        <Box as="p" className={styles.note}>
          {`用来：${purpose}。凭：${basis}。存到：${retention}。`}
        </Box>
      </Box>
    </Card>
  )
}

const said = { saved: '已保存成文件，请妥善保管。', copied: '已复制，可以粘贴到微信的“文件传输助手”保存。' }

function Export({ id }: { id: string }) {
  const exporting = useExport()
  return (
    <Box className={styles.inner}>
      <Trouble error={exporting.error} />
      {exporting.data && (
        <Box as="p" className={styles.note} role="status">
          {said[exporting.data]}
        </Box>
      )}
      <Button busy={exporting.isPending} onClick={() => exporting.mutate(id)}>
        导出我的信息
      </Button>
    </Box>
  )
}
