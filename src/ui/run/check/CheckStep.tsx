// The second step: what the API would refuse, how much it is, and what it is likely to cost.
import type { JSX } from 'react'
import type { DocumentFacts } from '../../../contracts/documentApi.ts'
import { msg } from '../../../i18n/message.ts'
import { useBatch } from '../../../state/batch/batchStore.ts'
import type { Refusal } from '../../../state/batch/estimate.ts'
import { insist, showStep } from '../../../state/batch/panel.ts'
import { useTranslator } from '../../../state/language.ts'
import { IgnoredNote } from '../../codes/IgnoredNote.tsx'
import { Button } from '../../controls/Button.tsx'
import { Meter } from '../../issues/Meter.tsx'
import fields from '../fields.module.css'
import styles from '../RunPanel.module.css'
import type { SendForm } from '../send/sendForm.ts'
import { TickBox } from '../TickBox.tsx'
import { EstimateList } from './EstimateList.tsx'
import { ModelCheck } from './ModelCheck.tsx'
import { RefusalList } from './RefusalList.tsx'

export interface CheckStepProps {
  readonly facts: DocumentFacts
  /** Of the lines that are sent. */
  readonly refusals: readonly Refusal[]
  readonly selection: SendForm['selection']
  readonly onSelect: (selection: SendForm['selection']) => void
}

export function CheckStep({ facts, refusals, selection, onSelect }: CheckStepProps): JSX.Element {
  const { t } = useTranslator()
  const insists = useBatch((state) => state.insists.lines)
  if (facts.holdsResults) {
    return (
      <p className={styles['text']}>
        {t(msg('This file holds results. Open the one with the requests.'))}
      </p>
    )
  }
  return (
    <>
      <div className={styles['meters']}>
        {facts.meters.map((meter) => (
          <Meter key={t(meter.title)} meter={meter} />
        ))}
      </div>
      {refusals.length === 0 ? (
        <p className={styles['text']}>{t(msg('Nothing was found that the API would refuse.'))}</p>
      ) : (
        <RefusalList refusals={refusals} />
      )}
      <IgnoredNote facts={facts} />
      {facts.invalid > 0 && (
        <TickBox
          title={t(msg('Leave invalid lines out'))}
          hint={t(
            msg('{invalid, plural, one {# line} other {# lines}} of {total, number}', {
              invalid: facts.invalid,
              total: facts.lines,
            }),
          )}
          isChecked={selection === 'valid'}
          onCheck={(isChecked) => onSelect(isChecked ? 'valid' : 'all')}
        />
      )}
      {refusals.length > 0 && (
        <TickBox
          title={t(msg('Send it all the same'))}
          hint={t(msg('Most likely the batch then fails, or these requests do.'))}
          isChecked={insists}
          onCheck={(isChecked) => insist('lines', isChecked)}
        />
      )}
      <EstimateList selection={selection} />
      <ModelCheck facts={facts} />
      <div className={fields['actions']}>
        <Button
          look={refusals.length === 0 ? 'primary' : 'outlined'}
          onClick={() => showStep('try')}
        >
          {t(msg('Go on'))}
        </Button>
      </div>
    </>
  )
}
