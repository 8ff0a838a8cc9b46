// One field of a body. What is typed is written into its JSON; what is no number yet stays as it is typed.
import { type JSX, useId, useState } from 'react'
import { useTranslator } from '../../state/language.ts'
import { setField } from '../../state/newBatch/changeForm.ts'
import { useNewBatch } from '../../state/newBatch/newBatchStore.ts'
import type { FormField, JsonObject } from '../../templates/forms/bodyForm.ts'
import fields from './fields.module.css'
import { rememberField } from './insertPlaceholder.ts'
import { SchemaNote } from './SchemaNote.tsx'

export interface BodyFieldProps {
  readonly field: FormField
  readonly body: JsonObject
  /** A schema has to be one for strict answers. */
  readonly isStrict: boolean
}

/** Lines that are shown of a text. */
const ROWS: Readonly<Partial<Record<FormField['id'], number>>> = { system: 3, user: 4, schema: 8 }

export function BodyField(props: BodyFieldProps): JSX.Element {
  return props.field.kind === 'switch' ? <SwitchField {...props} /> : <TextField {...props} />
}

function SwitchField({ field, body }: BodyFieldProps): JSX.Element {
  const { t } = useTranslator()
  return (
    <label className={fields['switch']}>
      <input
        type="checkbox"
        checked={field.read(body) === 'true'}
        onChange={(change) => setField(field, String(change.target.checked))}
      />
      {t(field.label)}
    </label>
  )
}

function TextField({ field, body, isStrict }: BodyFieldProps): JSX.Element {
  const { t } = useTranslator()
  const id = useId()
  const value = useTypedValue(field, field.read(body))
  const isNarrow = field.kind === 'number'
  const isText = field.kind === 'lines' || field.kind === 'json'
  const shared = {
    id,
    value: value.text,
    onFocus: rememberField,
    onBlur: value.leave,
    'aria-describedby': field.hint ? `${id}-hint` : undefined,
  }
  return (
    <div className={fields['field']} data-narrow={isNarrow || undefined}>
      <label className={fields['label']} htmlFor={id}>
        {t(field.label)}
      </label>
      {isText ? (
        <textarea
          {...shared}
          className={fields['area']}
          data-mono={field.kind === 'json' || undefined}
          rows={ROWS[field.id] ?? 4}
          spellCheck={field.kind !== 'json'}
          onChange={(typed) => value.type(typed.target.value)}
        />
      ) : (
        <input
          {...shared}
          className={fields['input']}
          data-mono
          type="text"
          inputMode={field.kind === 'number' ? 'decimal' : 'text'}
          list={field.id === 'model' ? `${id}-models` : undefined}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          onChange={(typed) => value.type(typed.target.value)}
        />
      )}
      {field.id === 'model' && <ModelList id={`${id}-models`} />}
      {field.hint && (
        <small id={`${id}-hint`} className={fields['note']}>
          {t(field.hint)}
        </small>
      )}
      {field.kind === 'json' && <SchemaNote text={value.text} isStrict={isStrict} />}
    </div>
  )
}

function ModelList({ id }: { readonly id: string }): JSX.Element {
  const suggested = useNewBatch((state) => state.suggested)
  return (
    <datalist id={id}>
      {suggested?.ids.map((model) => (
        <option key={model}>{model}</option>
      ))}
    </datalist>
  )
}

/**
 * '0.' is a number only in part: while a field is typed in, it shows what was typed, whatever the JSON
 * makes of it.
 */
function useTypedValue(field: FormField, read: string) {
  const [typed, setTyped] = useState<{ readonly text: string; readonly read: string }>()
  // Changed from elsewhere since.
  const isOwn = typed !== undefined && typed.read === read
  return {
    text: isOwn ? typed.text : read,
    type(text: string) {
      setTyped({ text, read: field.read(field.write({}, text)) })
      setField(field, text)
    },
    leave: () => setTyped(undefined),
  }
}
