import { Evidence, Kind, type MyResidency, type ResidencyFacts } from '@tmt/shared/residency/contract.ts'
import { evidenceLabels, kindLabels } from '@tmt/shared/residency/labels.ts'
import { useState } from 'react'
import { now as presently } from '../../platform/clock.ts'
import { useDesk } from '../../platform/desk.ts'
import { useDraft } from '../../platform/drafts.ts'
import type { FieldErrors } from '../../platform/form.ts'
import { askForNews } from '../../platform/news.ts'
import { go, goInstead } from '../../platform/pages.ts'
import { Box } from '../../ui/Box'
import { Button } from '../../ui/Button'
import { ChoiceField } from '../../ui/ChoiceField'
import { Behind, Restored, Wrong } from '../../ui/FormNotes'
import { Page } from '../../ui/Page'
import { Row } from '../../ui/Row'
import { TextField } from '../../ui/TextField'
import { Trouble } from '../../ui/Trouble'
import { useChange, useClaim } from '../home-requests.ts'
import { DayField } from './day'
import { asksCert, checkFacts, emptyForm, errorsOf, fieldNames, formOf } from './form-value.ts'
import { PlaceField } from './place-field.tsx'
import styles from './stack.module.scss'
import form from './form.module.scss'

type Props = {
  community: { code: string; name: string }
  /** What is changed; undefined for a new one. */
  one?: MyResidency | undefined
}

/** A home, new or again. What is typed is kept on this device until it was sent. */
export function HomeForm({ community, one }: Props) {
  const { code } = community
  const initial = one ? formOf(one) : emptyForm
  const draft = useDraft(`home:${one?.id ?? code}`, initial)
  const [errors, setErrors] = useState<FieldErrors>({})
  const desk = useDesk(code)
  const done = (id: string) => {
    draft.discard()
    goInstead('myHome', { id })
  }
  const claim = useClaim(done)
  const change = useChange(done)
  const { error, isPending } = one ? change : claim
  const behind = one !== undefined && draft.value.version !== one.version
  const send = (facts: ResidencyFacts, submit: boolean) =>
    one
      ? change.mutate({ ...facts, id: one.id, version: one.version, submit })
      : claim.mutate({ ...facts, submit })
  const press = (submit: boolean) => {
    claim.reset()
    change.reset()
    const { facts, errors: wrong } = checkFacts(draft.value, presently())
    setErrors(wrong ?? {})
    if (!facts) return
    // At this tap: WeChat shows its question to a tap alone.
    if (submit) void askForNews('residency.claim')
    send(facts, submit)
  }
  const shown = { ...errors, ...errorsOf(error) }
  const { value } = draft
  return (
    <Page
      title={one ? '修改住处' : '登记住处'}
      demo={one?.demo ?? false}
      {...desk}
      footer={
        <Box className={styles.stack}>
          {Object.keys(shown).length > 0 ? (
            <Wrong errors={shown} names={fieldNames} />
          ) : (
            <Trouble error={behind ? null : error} form />
          )}
          <Box className={styles.pair}>
            <Box className={styles.half}>
              <Button kind="secondary" block busy={isPending} onClick={() => press(false)}>
                先存着
              </Button>
            </Box>
            <Box className={styles.half}>
              <Button
                busy={isPending}
                disabledReason={behind ? '请先选用哪一份' : null}
                onClick={() => press(true)}
              >
                交给社区核验
              </Button>
            </Box>
          </Box>
        </Box>
      }
    >
      {behind ? (
        <Behind
          title={`${one.placeName} ${one.door}`}
          onKeep={() => draft.change({ version: one.version })}
          onTake={() => draft.discard(initial)}
        />
      ) : (
        draft.restored && <Restored onDiscard={() => draft.discard(initial)} />
      )}
      <Box className={form.fields}>
        <Box className={styles.rows}>
          <Row
            icon="location"
            title={community.name}
            note={one ? '住处所在的村（社区）' : '住处在别的村（社区）的，点这里换'}
            onClick={one ? undefined : () => go('pickCommunity', { to: 'claimHome' })}
          />
        </Box>
        <PlaceField
          community={code}
          value={value.place}
          onChange={(place) => draft.change({ place })}
          error={shown.place ?? null}
        />
        <TextField
          label="门牌"
          hint="自己写，例如 2单元301室、12号；只有您和社区看得到"
          value={value.door}
          onChange={(door) => draft.change({ door })}
          maxLength={30}
          error={shown.door ?? null}
        />
        <ChoiceField
          label="怎么住"
          hint="住在自己的房子里的，两样分开登记"
          options={Kind.options.map((kind) => ({ value: kind, label: kindLabels[kind] }))}
          value={value.kind}
          onChange={(kind) => draft.change({ kind })}
          error={shown.kind ?? null}
        />
        <DayField
          label="从哪天起"
          hint="记不清的，选大概的日子"
          value={value.since}
          onChange={(since) => draft.change({ since })}
          max={presently()}
          error={shown.since ?? null}
        />
        <ChoiceField
          label="可以出示什么"
          hint="不用上传照片，核验时给工作人员看一眼就行"
          options={Evidence.options.map((evidence) => ({ value: evidence, label: evidenceLabels[evidence] }))}
          value={value.evidence}
          onChange={(evidence) => draft.change({ evidence })}
          error={shown.evidence ?? null}
        />
        {asksCert(value) && (
          <TextField
            label="证号的最后几位"
            hint="不动产权证号的最后 4 到 6 位，核验时对一下；不用写全"
            value={value.certTail}
            onChange={(certTail) => draft.change({ certTail })}
            maxLength={6}
            error={shown.certTail ?? null}
          />
        )}
      </Box>
    </Page>
  )
}
