import { ratingLabels } from '@tmt/shared/activities/checkin-labels.ts'
import type { Uploaded } from '@tmt/shared/files/contract.ts'
import { useState } from 'react'
import { Box } from '../../ui/Box'
import { Button } from '../../ui/Button'
import { Loaded } from '../../ui/Loaded'
import { PictureField } from '../../ui/PictureField'
import { Row } from '../../ui/Row'
import { Switch } from '../../ui/Switch'
import { TextField } from '../../ui/TextField'
import { Trouble } from '../../ui/Trouble'
import { usePictures } from '../checkin-requests.ts'
import { useAddPicture, useAfter, useRemovePicture } from '../checkin-staff-requests.ts'
import styles from './checkin.module.scss'

type Props = { id: string; category: string | undefined }

/** After the end: how many came, what they thought together, and pictures of it. */
export function AfterStaff({ id, category }: Props) {
  const query = useAfter(id, true)
  return (
    <Box as="section" className={styles.stack}>
      <Box as="h2" className={styles.heading}>
        活动以后
      </Box>
      <Loaded query={query}>
        {({ confirmed, attended, rated, ratings }) => (
          <Box>
            <Row title="来了" value={`${attended} / 报名 ${confirmed}`} />
            <Row
              title="觉得怎么样"
              note={
                ratings === null
                  ? `${rated} 人评过；满 5 人才显示，免得看得出是谁`
                  : `${rated} 人评过：${(['good', 'fair', 'poor'] as const).map((one) => `${ratingLabels[one]} ${ratings[one]}`).join('，')}`
              }
            />
          </Box>
        )}
      </Loaded>
      {category === 'relief' ? (
        <Box as="p" className={styles.note}>
          救助类活动不公开照片，受助的人不该被认出来。
        </Box>
      ) : (
        <Pictures id={id} isChild={category === 'child'} />
      )}
    </Box>
  )
}

function Pictures({ id, isChild }: { id: string; isChild: boolean }) {
  const { data } = usePictures(id, true)
  const [chosen, setChosen] = useState<Uploaded | null>(null)
  const [alt, setAlt] = useState('')
  const [agreed, setAgreed] = useState(false)
  const [guardiansAgreed, setGuardiansAgreed] = useState(false)
  const add = useAddPicture(() => {
    setChosen(null)
    setAlt('')
    setAgreed(false)
    setGuardiansAgreed(false)
  })
  const remove = useRemovePicture()
  const why = !chosen
    ? '请先选一张照片'
    : alt.trim() === ''
      ? '请写一句照片上有什么'
      : !agreed
        ? '要照片上的人都同意才能公开'
        : isChild && !guardiansAgreed
          ? '要孩子的监护人都同意才能公开'
          : null
  return (
    <>
      {data?.items.map((picture) => (
        <Box key={picture.file} className={styles.person}>
          <Row title={picture.alt} note="居民能看到" />
          <Button
            kind="text"
            busy={remove.isPending}
            label={`删去照片：${picture.alt}`}
            onClick={() => remove.mutate({ id, file: picture.file })}
          >
            删去照片
          </Button>
        </Box>
      ))}
      <Trouble error={remove.error ?? add.error} form />
      <PictureField
        label="活动照片"
        hint="不要求上传；最多 9 张"
        what="活动照片"
        value={chosen && { shown: chosen.thumbnail, alt }}
        onChange={setChosen}
      />
      {chosen && (
        <>
          <TextField label="照片上有什么" maxLength={60} value={alt} onChange={setAlt} />
          <Switch label="照片上认得出的人都同意公开" checked={agreed} onChange={setAgreed} />
          {isChild && (
            <Switch label="孩子的监护人都同意公开" checked={guardiansAgreed} onChange={setGuardiansAgreed} />
          )}
          <Button
            busy={add.isPending}
            disabledReason={why}
            onClick={() => agreed && add.mutate({ id, file: chosen.id, alt, agreed: true, guardiansAgreed })}
          >
            公开这张照片
          </Button>
        </>
      )}
    </>
  )
}
