// The fourth step: what is sent, under which name, and for how long the API keeps it. The button that sends
// it is at the foot of the panel (SendBar.tsx).
import type { JSX } from 'react'
import type { DocumentFacts } from '../../../contracts/documentApi.ts'
import { msg } from '../../../i18n/message.ts'
import { useBatch } from '../../../state/batch/batchStore.ts'
import { earlierFile } from '../../../state/batch/send.ts'
import { useActive } from '../../../state/hooks.ts'
import { useTranslator } from '../../../state/language.ts'
import { RadioRow } from '../../export/RadioRow.tsx'
import fields from '../fields.module.css'
import styles from '../RunPanel.module.css'
import { TickBox } from '../TickBox.tsx'
import { expiryChoices } from './expiryChoices.ts'
import { MetadataRows } from './MetadataRows.tsx'
import type { SendForm } from './sendForm.ts'
import { leastBatches } from './sendSentence.ts'

export interface SendStepProps {
  readonly facts: DocumentFacts
  readonly form: SendForm
  readonly onChange: (change: Partial<SendForm>) => void
}

export function SendStep({ facts, form, onChange }: SendStepProps): JSX.Element {
  const { t, bytes, date } = useTranslator()
  const name = useActive((tab) => tab.name)
  // Known with the estimate; asked for again with each.
  const estimate = useBatch((state) => state.estimate)
  const earlier = estimate.state === 'done' ? earlierFile() : undefined
  const batches = leastBatches(facts)
  return (
    <>
      <dl className={styles['entries']}>
        <div>
          <dt>{t(msg('File'))}</dt>
          <dd>{name}</dd>
        </div>
        <div>
          <dt>{t(msg('Size'))}</dt>
          <dd>{bytes(facts.bytes)}</dd>
        </div>
        <div>
          <dt>{t(msg('Results'))}</dt>
          <dd>{t(msg('within 24 hours, often sooner'))}</dd>
        </div>
        {batches > 1 && (
          <div>
            <dt>{t(msg('Batches'))}</dt>
            <dd>{t(msg('at least {batches, number}, followed as one', { batches }))}</dd>
          </div>
        )}
      </dl>
      {facts.invalid > 0 && (
        <div role="radiogroup" aria-label={t(msg('Lines to send'))} className={styles['choices']}>
          <RadioRow
            group="send-lines"
            title={t(msg('All lines'))}
            note={t(msg('{count, number} of them invalid', { count: facts.invalid }))}
            isChecked={form.selection === 'all'}
            onCheck={() => onChange({ selection: 'all' })}
          />
          <RadioRow
            group="send-lines"
            title={t(msg('Valid lines only'))}
            note={t(
              msg('{count, plural, one {# line} other {# lines}}', {
                count: facts.lines - facts.invalid - facts.blank,
              }),
            )}
            isChecked={form.selection === 'valid'}
            onCheck={() => onChange({ selection: 'valid' })}
          />
        </div>
      )}
      {earlier && (
        <TickBox
          title={t(msg('The same content was uploaded before: use that file'))}
          hint={`${earlier.fileName} · ${date(earlier.uploadedAt, {
            dateStyle: 'medium',
            timeStyle: 'short',
          })}`}
          isChecked={form.useEarlier}
          onCheck={(useEarlier) => onChange({ useEarlier })}
        />
      )}
      <MetadataRows rows={form.rows} onChange={(rows) => onChange({ rows })} />
      <Expiry
        label={t(msg('The API deletes the file after'))}
        seconds={form.fileExpiry}
        onChoose={(fileExpiry) => onChange({ fileExpiry })}
      />
      <Expiry
        label={t(msg('The API deletes the results after'))}
        seconds={form.outputExpiry}
        onChoose={(outputExpiry) => onChange({ outputExpiry })}
      />
    </>
  )
}

interface ExpiryProps {
  readonly label: string
  readonly seconds: number | undefined
  readonly onChoose: (seconds: number | undefined) => void
}

function Expiry({ label, seconds, onChoose }: ExpiryProps): JSX.Element {
  const { t } = useTranslator()
  return (
    <label className={fields['field']}>
      <span className={fields['label']}>{label}</span>
      <select
        className={fields['input']}
        value={seconds ?? ''}
        onChange={({ target }) => onChoose(target.value === '' ? undefined : Number(target.value))}
      >
        {expiryChoices.map((choice) => (
          <option key={choice.seconds ?? ''} value={choice.seconds ?? ''}>
            {t(choice.title)}
          </option>
        ))}
      </select>
    </label>
  )
}
