// How many tokens would be sent, and what it is likely to cost as a batch and as single requests.
import { roundedEstimate } from '../../controls/roundedEstimate.ts'
import type { JSX } from 'react'
import { msg } from '../../../i18n/message.ts'
import type { Translator } from '../../../i18n/translator.ts'
import { type Estimate, useBatch } from '../../../state/batch/batchStore.ts'
import { cancelEstimate, refreshEstimate } from '../../../state/batch/estimate.ts'
import { useTranslator } from '../../../state/language.ts'
import { progressText } from '../../../state/progressText.ts'
import { Button } from '../../controls/Button.tsx'
import { ProgressBar } from '../../controls/ProgressBar.tsx'
import { costText } from '../../controls/costText.ts'
import type { SendForm } from '../send/sendForm.ts'
import styles from './EstimateList.module.css'

export interface EstimateListProps {
  readonly selection: SendForm['selection']
}

export function EstimateList({ selection }: EstimateListProps): JSX.Element {
  const translator = useTranslator()
  const { t, date } = translator
  const estimate = useBatch((state) => state.estimate)
  const { state, batchCost, standardCost, pricesOf, notes } = estimate
  const tokens = tokensText(estimate, translator)
  return (
    <div className={styles['estimate']} aria-busy={state === 'counting'}>
      {(tokens ?? batchCost ?? standardCost) && (
        <dl>
          {tokens && <Entry title={t(msg('Prompt tokens'))} value={tokens} />}
          {batchCost && (
            <Entry
              title={t(msg('Cost as a batch'))}
              value={t(costText(batchCost, translator))}
              isMain
            />
          )}
          {standardCost && (
            <Entry
              title={t(msg('As single requests'))}
              value={t(costText(standardCost, translator))}
            />
          )}
        </dl>
      )}
      {state === 'counting' && <Counting />}
      {state === 'failed' && (
        <p className={styles['problem']} role="alert">
          {t(estimate.problem ?? msg('The tokens could not be counted.'))}{' '}
          <Button size="small" onClick={() => void refreshEstimate(selection)}>
            {t(msg('Try again'))}
          </Button>
        </p>
      )}
      {state === 'none' && (
        <Button size="small" look="outlined" onClick={() => void refreshEstimate(selection)}>
          {t(msg('Count tokens and cost'))}
        </Button>
      )}
      {notes.map((note) => (
        <p key={t(note)} className={styles['note']}>
          {t(note)}
        </p>
      ))}
      {batchCost && pricesOf !== undefined && (
        <p className={styles['note']}>
          {t(
            msg(
              'An estimate by the prices of {date}: the prompts, and answers from none to the longest that the requests allow.',
              { date: date(Date.parse(pricesOf), { dateStyle: 'long', timeZone: 'UTC' }) },
            ),
          )}
        </p>
      )}
    </div>
  )
}

interface EntryProps {
  readonly title: string
  readonly value: string
  readonly isMain?: boolean
}

function Entry({ title, value, isMain = false }: EntryProps): JSX.Element {
  return (
    <div className={styles['entry']} data-main={isMain || undefined}>
      <dt>{title}</dt>
      <dd>{value}</dd>
    </div>
  )
}

function Counting(): JSX.Element {
  const { t } = useTranslator()
  const progress = useBatch((state) => state.estimate.progress)
  const text = progressText(progress)
  return (
    <div className={styles['counting']}>
      <ProgressBar
        label={t(msg('Counting tokens'))}
        done={progress?.done ?? 0}
        total={progress?.total ?? 0}
        valueText={text && t(text)}
      />
      <span>{t(msg('Counting tokens…'))}</span>
      <Button size="small" onClick={cancelEstimate}>
        {t(msg('Cancel'))}
      </Button>
    </div>
  )
}

/** '1,235,000 ± 12,000'. */
function tokensText(
  { promptTokens, plusMinus = 0 }: Estimate,
  { number }: Translator,
): string | undefined {
  if (promptTokens === undefined) return undefined
  const { sum, error } = roundedEstimate(promptTokens, plusMinus)
  return error === 0 ? number(sum) : `${number(sum)} ± ${number(error)}`
}
