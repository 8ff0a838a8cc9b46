// The template: where the requests go, their body as fields or as JSON, and how their ids are made.
import { type JSX, useId } from 'react'
import { msg } from '../../i18n/message.ts'
import { useTranslator } from '../../state/language.ts'
import { changeForm, setBodyText, setEndpoint } from '../../state/newBatch/changeForm.ts'
import { bodyTextOf } from '../../state/newBatch/formTemplate.ts'
import { useNewBatch } from '../../state/newBatch/newBatchStore.ts'
import { readBody } from '../../templates/forms/bodyForm.ts'
import { formOf } from '../../templates/forms/endpointForms.ts'
import { schemaPlace } from '../../templates/forms/schemaPlace.ts'
import { BodyField } from './BodyField.tsx'
import { EndpointOptions } from './EndpointOptions.tsx'
import fields from './fields.module.css'
import { rememberField } from './insertPlaceholder.ts'
import { JsonArea } from './JsonArea.tsx'
import { KeptTemplates } from './KeptTemplates.tsx'
import { PlaceholderHelp } from './PlaceholderHelp.tsx'
import { SchemaNote } from './SchemaNote.tsx'
import { Segments } from './Segments.tsx'
import { SeriesFields } from './SeriesFields.tsx'

export function TemplateSection(): JSX.Element {
  const { t } = useTranslator()
  const id = useId()
  const endpoint = useNewBatch((state) => state.endpoint)
  const bodyText = useNewBatch(bodyTextOf)
  const isJsonShown = useNewBatch((state) => state.isJsonShown)
  const idPattern = useNewBatch((state) => state.idPattern)
  const body = readBody(bodyText)
  const form = formOf(endpoint)
  const hasForm = form.fields.length > 0
  const isStrict = form.fields.some(
    ({ id: field, read }) => field === 'strict' && body && read(body) === 'true',
  )
  const shown = isJsonShown ? 'json' : 'fields'
  const schema = isJsonShown && body ? schemaPlace(form, body, bodyText) : undefined
  const showsForm = hasForm && !isJsonShown
  return (
    <section className={fields['section']} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} className={fields['title']}>
        {t(msg('Each request'))}
      </h2>
      <div className={fields['field']}>
        <label className={fields['label']} htmlFor={`${id}-endpoint`}>
          {t(msg('Endpoint'))}
        </label>
        <select
          id={`${id}-endpoint`}
          className={fields['input']}
          data-mono
          value={endpoint}
          onChange={(chosen) => setEndpoint(chosen.target.value)}
        >
          <EndpointOptions endpoint={endpoint} />
        </select>
      </div>
      {hasForm && (
        <Segments
          label={t(msg('Show the body as'))}
          value={shown}
          choices={[
            { value: 'fields', title: t(msg('Fields')) },
            { value: 'json', title: t(msg('JSON')) },
          ]}
          onChoose={(chosen) => changeForm({ isJsonShown: chosen === 'json' })}
        />
      )}
      {showsForm && body && (
        <div className={fields['grid']}>
          {form.fields
            .filter(({ fits }) => fits?.(body) ?? true)
            .map((field) => (
              <BodyField
                key={`${endpoint} ${field.id}`}
                field={field}
                body={body}
                isStrict={isStrict}
              />
            ))}
        </div>
      )}
      {showsForm && !body && (
        <p className={fields['problem']}>
          {t(msg('The JSON of the body is broken, so it has no fields. Mend it as JSON.'))}
        </p>
      )}
      {!showsForm && (
        <div className={fields['field']}>
          <label className={fields['label']} htmlFor={`${id}-body`}>
            {t(msg('Body as JSON'))}
          </label>
          <JsonArea
            key={endpoint}
            id={`${id}-body`}
            rows={16}
            value={bodyText}
            onType={setBodyText}
          />
          {schema && (
            <SchemaNote
              text={schema.text}
              isStrict={isStrict}
              within={{ text: bodyText, at: schema.at }}
            />
          )}
        </div>
      )}
      <div className={fields['field']}>
        <label className={fields['label']} htmlFor={`${id}-pattern`}>
          {t(msg('ID pattern'))}
        </label>
        <input
          id={`${id}-pattern`}
          className={fields['input']}
          data-mono
          type="text"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          value={idPattern}
          aria-describedby={`${id}-pattern-note`}
          onFocus={rememberField}
          onChange={(typed) => changeForm({ idPattern: typed.target.value })}
        />
        <small id={`${id}-pattern-note`} className={fields['note']}>
          {t(
            msg(
              '{number} counts, {padded} with zeros in front; {column} and {hash} of the content work, too.',
              {
                number: '{{#}}',
                padded: '{{####}}',
                column: '{{column}}',
                hash: '{{hash}}',
              },
            ),
          )}
        </small>
      </div>
      <SeriesFields form={form} />
      <KeptTemplates />
      <PlaceholderHelp />
    </section>
  )
}
