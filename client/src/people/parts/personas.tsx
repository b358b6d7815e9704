import { roleLabels } from '@tmt/shared/people/labels.ts'
import { sayError } from '../../platform/errors.ts'
import { Box } from '../../ui/Box'
import { Row } from '../../ui/Row'
import { StateView } from '../../ui/StateView'
import { usePersonas, useSignInAsPersona } from '../sign-in-requests.ts'
import styles from './rows.module.scss'

/** In a demonstration, the made-up people to come in as. Elsewhere there are none, and nothing is drawn. */
export function Personas({ onDone }: { onDone: () => void }) {
  const { data } = usePersonas()
  const signIn = useSignInAsPersona({ onDone })
  if (!data || data.items.length === 0) return null
  return (
    <Box as="section" className={styles.section}>
      <Box as="h2" className={styles.heading}>
        演示身份
      </Box>
      <Box as="p" className={styles.note}>
        演示数据：下面都不是真人，点一个就以这个身份登录。
      </Box>
      {signIn.error && <StateView kind="refused" title={sayError(signIn.error)} />}
      <Box className={styles.rows}>
        {data.items.map((persona) => (
          <Row
            key={persona.id}
            icon="person"
            title={persona.name}
            note={`${roleLabels[persona.role]} · ${persona.division}`}
            onClick={() => {
              if (!signIn.isPending) signIn.mutate({ persona: persona.id })
            }}
          />
        ))}
      </Box>
    </Box>
  )
}
