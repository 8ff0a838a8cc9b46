// How much the batch is: requests, bytes, parts, tokens, and what it is likely to cost.
import type { JSX } from 'react'
import { msg } from '../../i18n/message.ts'
import { useTranslator } from '../../state/language.ts'
import { type CostRange, useNewBatch } from '../../state/newBatch/newBatchStore.ts'
import { providerOf } from '../../templates/forms/endpointForms.ts'
import { costText } from '../controls/costText.ts'
import { ProgressBar } from '../controls/ProgressBar.tsx'
import fields from './fields.module.css'
import styles from './RequestFacts.module.css'

export function RequestFacts(): JSX.Element | null {
  const { t, number, bytes } = useTranslator()
  const check = useNewBatch((state) => state.check)
  const checking = useNewBatch((state) => state.checking)
  const estimate = useNewBatch((state) => state.estimate)
  const { id, name } = providerOf(useNewBatch((state) => state.endpoint))
  const isOpenAi = id === 'openai'
  if (!check || check.requests === 0) return checking ? <Looking /> : null
  return (
    <div className={styles['facts']}>
      <dl>
        <Entry title={t(msg('Requests'))} value={number(check.requests)} />
        <Entry title={t(msg('Size'))} value={bytes(check.bytes)} />
        {estimate && (
          <Entry
            title={t(msg('Prompt tokens'))}
            value={`${estimate.isExact ? '' : '≈ '}${number(estimate.promptTokens)}`}
          />
        )}
        <Cost title={t(msg('Cost as a batch'))} range={estimate?.batchCost} />
        <Cost title={t(msg('As single requests'))} range={estimate?.standardCost} />
      </dl>
      {check.parts > 1 && (
        <p className={fields['warning']}>
          {t(
            isOpenAi
              ? msg(
                  'This is more than one batch may hold: it takes {parts, number} batches, into which it is cut when it is run.',
                  { parts: check.parts },
                )
              : msg(
                  'This is more than one batch of {provider} may hold: it takes {parts, number} batches.',
                  { provider: name, parts: check.parts },
                ),
          )}
        </p>
      )}
      {estimate?.batchCost && (
        <p className={fields['note']}>
          {t(msg('An estimate by the prices of {date}.', { date: estimate.pricesOf }))}
        </p>
      )}
      {estimate && !estimate.batchCost && (
        <p className={fields['note']}>
          {t(
            estimate.hasPrices
              ? msg(
                  'What it costs is not known: the requests name no model, or one without a known price.',
                )
              : msg('What {provider} takes for a batch is not known here.', { provider: name }),
          )}
        </p>
      )}
      {checking && <Looking />}
    </div>
  )
}

function Looking(): JSX.Element {
  const { t } = useTranslator()
  const checking = useNewBatch((state) => state.checking)
  return (
    <ProgressBar
      label={t(msg('Looking at all requests'))}
      done={checking?.done ?? 0}
      total={checking?.total ?? 0}
    />
  )
}

function Cost({ title, range }: { readonly title: string; readonly range: CostRange | undefined }) {
  const translator = useTranslator()
  return range ? <Entry title={title} value={translator.t(costText(range, translator))} /> : null
}

function Entry({ title, value }: { readonly title: string; readonly value: string }): JSX.Element {
  return (
    <div>
      <dt>{title}</dt>
      <dd>{value}</dd>
    </div>
  )
}
