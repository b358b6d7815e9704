import { placeKindLabels } from '@tmt/shared/divisions/place-labels.ts'
import { sayPlaceCode } from '@tmt/shared/divisions/place-rules.ts'
import { levelOf } from '@tmt/shared/divisions/rules.ts'
import type { FieldErrors } from '../../platform/form.ts'
import { Box } from '../../ui/Box'
import { Field } from '../../ui/Field'
import { Loaded } from '../../ui/Loaded'
import { Switch } from '../../ui/Switch'
import { TextField } from '../../ui/TextField'
import { namable, useAudiencePlaces } from './audience-places.ts'
import { fieldNames, type FormValue } from './form-value.ts'
import styles from './form.module.scss'

type Props = {
  division: string
  value: FormValue
  change: (patch: Partial<FormValue>) => void
  errors: FieldErrors
}

/** Whom it is for: everybody in the unit unless some are named. */
export function AudienceFields({ division, value, change, errors }: Props) {
  const of = (name: keyof typeof fieldNames) => ({ label: fieldNames[name], error: errors[name] ?? null })
  return (
    <>
      {levelOf(division) === 'community' && (
        <Field
          {...of('places')}
          hint="不选就是全村（社区）；选了几个，就是给其中任何一个的居民"
          required={false}
          group
        >
          <Places division={division} chosen={value.places} onChange={(places) => change({ places })} />
        </Field>
      )}
      <TextField
        {...of('ageFrom')}
        hint="含本数，例如填 60 就是 60 岁以上；不限就不填"
        required={false}
        type="number"
        maxLength={3}
        value={value.ageFrom}
        onChange={(ageFrom) => change({ ageFrom })}
      />
      <TextField
        {...of('ageTo')}
        hint="含本数，例如填 6 就是 6 岁以下；不限就不填"
        required={false}
        type="number"
        maxLength={3}
        value={value.ageTo}
        onChange={(ageTo) => change({ ageTo })}
      />
    </>
  )
}

type PlacesProps = {
  division: string
  chosen: readonly string[]
  onChange: (chosen: string[]) => void
}
function Places({ division, chosen, onChange }: PlacesProps) {
  const query = useAudiencePlaces(division)
  const set = (code: string, on: boolean) =>
    onChange(on ? [...chosen, code] : chosen.filter((other) => other !== code))
  return (
    <Loaded
      query={query}
      skeleton={{ rows: 2 }}
      empty={({ items }) =>
        namable(items).length > 0 || chosen.length > 0
          ? null
          : {
              title: '还没有登记小区、网格',
              text: '这条通知发给全村（社区）。要分开发，请先在“地址管理”里添加。',
            }
      }
    >
      {({ items }) => {
        const open = namable(items)
        // What was closed since it was picked is refused: it is shown so that it can be left out.
        const closed = chosen.filter((code) => open.every((place) => place.code !== code))
        return (
          <Box className={styles.switches}>
            {open.map(({ code, kind, name }) => (
              <Switch
                key={code}
                label={name}
                note={placeKindLabels[kind]}
                checked={chosen.includes(code)}
                onChange={(on) => set(code, on)}
              />
            ))}
            {closed.map((code) => (
              <Switch
                key={code}
                label="已停用的小区或网格"
                note={`${sayPlaceCode(code)}，请关掉`}
                checked
                onChange={() => set(code, false)}
              />
            ))}
          </Box>
        )
      }}
    </Loaded>
  )
}
