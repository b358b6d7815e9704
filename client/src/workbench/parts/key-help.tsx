import { Box } from '../../ui/Box'
import { Button } from '../../ui/Button'
import { Sheet } from '../../ui/Sheet'
import styles from './board.module.scss'

const lines = [
  'j：下一件',
  'k：上一件',
  '回车：打开，再按 Tab 到它的按钮',
  'Esc：从详情回到列表',
  '?：看这张表',
]

export function KeyHelp({ onClose }: { onClose: () => void }) {
  return (
    <Sheet
      open
      title="按键"
      onClose={onClose}
      actions={
        <Button kind="secondary" block onClick={onClose}>
          知道了
        </Button>
      }
    >
      <KeyLines />
    </Sheet>
  )
}

export function KeyLines() {
  return (
    <Box as="ul" className={styles.keys}>
      {lines.map((line) => (
        <Box as="li" key={line}>
          {line}
        </Box>
      ))}
    </Box>
  )
}
