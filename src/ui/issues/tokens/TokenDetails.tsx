// Tokens by model, how they are spread over the lines, and the longest lines.
import type { JSX } from 'react'
import { lineNumberOf } from '../../../base/units.ts'
import type { TokenFacts, TokenReport } from '../../../contracts/lineTokens.ts'
import { msg } from '../../../i18n/message.ts'
import { setPanelOpen } from '../../../state/actions/dialogs.ts'
import { goToLine } from '../../../state/actions/lines.ts'
import { useTranslator } from '../../../state/language.ts'
import type { DocumentKey } from '../../../state/store.ts'
import { Button } from '../../controls/Button.tsx'
import { notesOf, sumText } from './tokenTexts.ts'
import { TokenBars } from './TokenBars.tsx'
import styles from './TokensPart.module.css'
import { useTokenReport } from './useTokenReport.ts'

/** Models that are listed; a file with more of them has no use for the rest. */
const MODELS_SHOWN = 8

export interface TokenDetailsProps {
  readonly documentKey: DocumentKey
  readonly tokens: TokenFacts
  readonly lines: number
}

export function TokenDetails({ documentKey, tokens, lines }: TokenDetailsProps): JSX.Element {
  const { t, number } = useTranslator()
  const report = useTokenReport(documentKey, tokens.version)
  if (!report) return <p className={styles['note']}>{t(msg('Loading'))}</p>
  const { buckets, longest } = report
  return (
    <div className={styles['details']}>
      {!tokens.isExact && (
        <p className={styles['note']}>
          {t(
            msg(
              'Below are the {counted, number} of {lines, plural, one {# line} other {# lines}} that are counted.',
              { counted: tokens.counted, lines },
            ),
          )}
        </p>
      )}
      <Models report={report} isOf={tokens.of} />
      {report.lines > 0 && (
        <div className={styles['entry']}>
          <span>{t(msg('Mean'))}</span>
          <span>{number(Math.round(report.tokens / report.lines))}</span>
        </div>
      )}
      <h4>{t(msg('Lines by their tokens'))}</h4>
      <TokenBars buckets={buckets} />
      <h4>{t(msg('Longest lines'))}</h4>
      <ul className={styles['longest']}>
        {longest.map(({ id, index, tokens: ofLine }) => (
          <li key={id} className={styles['entry']}>
            <Button
              size="small"
              onClick={() => {
                setPanelOpen(false)
                void goToLine(lineNumberOf(index))
              }}
            >
              {t(msg('Line {line, number}', { line: lineNumberOf(index) }))}
            </Button>
            <span>{number(ofLine)}</span>
          </li>
        ))}
      </ul>
      {notesOf(report, tokens.of).map((note) => (
        <p key={t(note)} className={styles['note']}>
          {t(note)}
        </p>
      ))}
    </div>
  )
}

interface ModelsProps {
  readonly report: TokenReport
  readonly isOf: TokenFacts['of']
}

function Models({ report: { models }, isOf }: ModelsProps): JSX.Element {
  const { t } = useTranslator()
  return (
    <dl className={styles['models']}>
      {models.slice(0, MODELS_SHOWN).map(({ model, encoding, error, isKnown, tokens }) => (
        <div key={`${model} ${encoding} ${isKnown}`} className={styles['entry']}>
          <dt>
            {model ?? (isOf === 'examples' ? t(msg('As newer models count')) : t(msg('No model')))}{' '}
            <small>{encoding}</small>
          </dt>
          <dd>{t(sumText(tokens, error))}</dd>
        </div>
      ))}
    </dl>
  )
}
