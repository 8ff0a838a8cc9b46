// Each request several times: for evaluations.
import { type JSX, useId } from 'react'
import { msg } from '../../i18n/message.ts'
import { useTranslator } from '../../state/language.ts'
import { changeForm } from '../../state/newBatch/changeForm.ts'
import { useNewBatch } from '../../state/newBatch/newBatchStore.ts'
import type { EndpointForm } from '../../templates/forms/bodyForm.ts'
import { providerOf } from '../../templates/forms/endpointForms.ts'
import fields from './fields.module.css'

export function SeriesFields({ form }: { readonly form: EndpointForm }): JSX.Element {
  const { t } = useTranslator()
  const models = useNewBatch((state) => state.models)
  const temperatures = useNewBatch((state) => state.temperatures)
  const repeats = useNewBatch((state) => state.repeats)
  return (
    <details className={fields['more']}>
      <summary>{t(msg('Each request several times'))}</summary>
      <div className={fields['grid']}>
        <SeriesField
          label={t(msg('Repeat each request'))}
          hint={t(msg('So many times, with -1, -2, … at the end of the ids.'))}
          value={repeats}
          isNumber
          onType={(text) => changeForm({ repeats: text })}
        />
        <SeriesField
          label={t(msg('Temperatures'))}
          hint={t(msg('Once for each, with commas between: 0, 0.7'))}
          value={temperatures}
          isNumber
          onType={(text) => changeForm({ temperatures: text })}
        />
        {!form.isModelOfJob && (
          <SeriesField
            label={t(msg('Models'))}
            hint={t(
              providerOf(form.endpoint).id === 'anthropic'
                ? msg('Once for each, with commas between.')
                : msg(
                    'Once for each, with commas between. {provider} takes one model in a batch: split the file by model.',
                    { provider: providerOf(form.endpoint).name },
                  ),
            )}
            value={models}
            onType={(text) => changeForm({ models: text })}
          />
        )}
      </div>
    </details>
  )
}

interface SeriesFieldProps {
  readonly label: string
  readonly hint: string
  readonly value: string
  readonly isNumber?: boolean
  readonly onType: (text: string) => void
}

function SeriesField({ label, hint, value, isNumber = false, onType }: SeriesFieldProps) {
  const id = useId()
  return (
    <div className={fields['field']} data-narrow={isNumber || undefined}>
      <label className={fields['label']} htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        className={fields['input']}
        data-mono
        type="text"
        inputMode={isNumber ? 'decimal' : 'text'}
        autoComplete="off"
        spellCheck={false}
        value={value}
        aria-describedby={`${id}-hint`}
        onChange={(typed) => onType(typed.target.value)}
      />
      <small id={`${id}-hint`} className={fields['note']}>
        {hint}
      </small>
    </div>
  )
}
