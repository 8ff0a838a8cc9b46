// How the number of tokens is known, what is being done about it, and what can be done.
import type { JSX } from 'react'
import type { TokenFacts } from '../../../contracts/lineTokens.ts'
import { msg } from '../../../i18n/message.ts'
import { useTranslator } from '../../../state/language.ts'
import type { DocumentKey } from '../../../state/store.ts'
import { countTokens } from '../../../state/tokens/followLines.ts'
import { Button } from '../../controls/Button.tsx'
import { ProgressBar } from '../../controls/ProgressBar.tsx'
import styles from './TokensPart.module.css'

export interface TokenProgressProps {
  readonly tokens: TokenFacts
  readonly documentKey: DocumentKey
  readonly lines: number
}

export function TokenProgress({ tokens, documentKey, lines }: TokenProgressProps): JSX.Element {
  const { t } = useTranslator()
  const { counted, problem, state } = tokens
  switch (state) {
    case 'counted':
      return <p className={styles['note']}>{t(msg('Every line was counted.'))}</p>
    case 'counting':
      return (
        <div className={styles['running']}>
          <ProgressBar
            label={t(msg('Counting tokens'))}
            done={counted}
            total={lines}
            valueText={t(
              msg('{counted, number} of {lines, plural, one {# line} other {# lines}}', {
                counted,
                lines,
              }),
            )}
          />
          <Button size="small" onClick={() => void countTokens(documentKey, false)}>
            {t(msg('Cancel'))}
          </Button>
        </div>
      )
    case 'failed':
      return (
        <div className={styles['running']}>
          <p className={styles['problem']}>
            {t(problem ?? msg('The tokens could not be counted.'))}
          </p>
          <Button size="small" look="outlined" onClick={() => void countTokens(documentKey, true)}>
            {t(msg('Try again'))}
          </Button>
        </div>
      )
    case 'estimated':
      return (
        <div className={styles['running']}>
          <p className={styles['note']}>
            {t(msg('Estimated from a sample; right within ± in 19 of 20 files.'))}
          </p>
          <Button size="small" look="outlined" onClick={() => void countTokens(documentKey, true)}>
            {t(msg('Count exactly'))}
          </Button>
        </div>
      )
    case 'estimating':
    case 'waiting':
      return (
        <p className={styles['note']}>
          {t(msg('Estimated from the size of the file; a sample is being counted…'))}
        </p>
      )
  }
}
