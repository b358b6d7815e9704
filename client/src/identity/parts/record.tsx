import type { IdentityRecord } from '@tmt/shared/identity/contract.ts'
import { providerLabels } from '@tmt/shared/identity/labels.ts'
import { sayTime } from '@tmt/shared/time.ts'
import { useNow } from '../../platform/clock.ts'
import { go } from '../../platform/pages.ts'
import { Box } from '../../ui/Box'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Row } from '../../ui/Row'
import { Tag } from '../../ui/Tag'
import styles from './identity.module.scss'

/** Who I am, verified; masked here as everywhere. */
export function MyRecord({ record }: { record: IdentityRecord }) {
  const now = useNow()
  return (
    <>
      <Card>
        <Tag tone="leaf">已实名</Tag>
        <Box as="p" className={styles.words}>
          需要实名的事可以直接办，不用再登记。
        </Box>
      </Card>
      <Box className={styles.rows}>
        <Row title="姓名" value={record.name ?? '核验平台没有提供'} />
        <Row title="身份证号" value={record.idNumber ?? '没有收集'} />
        <Row title="核验方式" value={providerLabels[record.provider]} />
        <Row title="核验时间" value={sayTime(record.verifiedAt, now)} />
      </Box>
      <Box as="p" className={styles.note}>
        姓名和号码加密保存，页面上只显示头尾。写错了，请带身份证到社区窗口；不想再留，可以撤回同意，随即删除。
      </Box>
      <Button kind="secondary" block onClick={() => go('privacy')}>
        看同意的记录，或撤回
      </Button>
    </>
  )
}
