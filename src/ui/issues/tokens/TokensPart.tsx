// How many tokens the lines have: the sum at once as an estimate and then as counted, and what there is to
// know of single lines. Its code, and the worker that counts, are loaded when a document has tokens.
import { ChevronDown, ChevronRight } from 'lucide-react'
import { type JSX, useEffect, useId, useState } from 'react'
import type { TokenFacts } from '../../../contracts/lineTokens.ts'
import { msg } from '../../../i18n/message.ts'
import { useActive } from '../../../state/hooks.ts'
import { useTranslator } from '../../../state/language.ts'
import { followLines, showTokenColumn } from '../../../state/tokens/followLines.ts'
import { whenAtRest } from '../../../state/whenAtRest.ts'
import { Button } from '../../controls/Button.tsx'
import { TokenDetails } from './TokenDetails.tsx'
import { TokenProgress } from './TokenProgress.tsx'
import { sumText } from './tokenTexts.ts'
import styles from './TokensPart.module.css'

export interface TokensPartProps {
  readonly tokens: TokenFacts
  readonly lines: number
}

export function TokensPart({ tokens, lines }: TokensPartProps): JSX.Element {
  const { t } = useTranslator()
  const key = useActive((tab) => tab.key)
  const hasColumn = useActive((tab) => tab.hasTokenColumn)
  const [isOpen, setOpen] = useState(false)
  const detailsId = useId()
  const isWaiting = tokens.state === 'waiting'
  useEffect(() => {
    if (isWaiting) whenAtRest(() => followLines(key))
  }, [isWaiting, key])
  const { counted, error, isExact, state, sum } = tokens
  return (
    <section
      aria-label={t(msg('Tokens'))}
      className={styles['part']}
      data-state={state}
      data-sum={sum}
      data-error={error}
      data-exact={isExact}
    >
      <div className={styles['head']}>
        <h3>{t(tokens.of === 'examples' ? msg('Tokens of examples') : msg('Prompt tokens'))}</h3>
        <b className="growing">{t(sumText(sum, error))}</b>
      </div>
      <TokenProgress tokens={tokens} documentKey={key} lines={lines} />
      <div className={styles['actions']}>
        <Button
          size="small"
          aria-pressed={hasColumn}
          className={styles['toggle']}
          onClick={() => showTokenColumn(!hasColumn)}
        >
          {t(msg('Show as column'))}
        </Button>
        <Button
          size="small"
          aria-expanded={isOpen}
          aria-controls={detailsId}
          disabled={counted === 0}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? <ChevronDown aria-hidden /> : <ChevronRight aria-hidden />}
          {t(msg('Details'))}
        </Button>
      </div>
      <div id={detailsId} hidden={!isOpen}>
        {isOpen && <TokenDetails documentKey={key} tokens={tokens} lines={lines} />}
      </div>
    </section>
  )
}
