// How many lines have how many tokens, as bars. A bar goes to the next line that it stands for.
import type { JSX } from 'react'
import type { TokenBucket } from '../../../contracts/lineTokens.ts'
import { setPanelOpen } from '../../../state/actions/dialogs.ts'
import { useTranslator } from '../../../state/language.ts'
import { goToTokens } from '../../../state/tokens/followLines.ts'
import { bucketText, bucketTitle } from './tokenTexts.ts'
import styles from './TokensPart.module.css'

export function TokenBars({ buckets }: { readonly buckets: readonly TokenBucket[] }): JSX.Element {
  const { t, number } = useTranslator()
  const most = Math.max(1, ...buckets.map(({ lines }) => lines))
  return (
    <ul className={styles['bars']}>
      {buckets.map(({ from, to, lines }) => (
        <li key={from}>
          <button
            type="button"
            className={styles['bar']}
            aria-label={t(bucketText(from, to, lines))}
            disabled={lines === 0}
            onClick={() => {
              setPanelOpen(false)
              void goToTokens(from, to)
            }}
          >
            <span className={styles['range']}>{t(bucketTitle(from, to))}</span>
            <span className={styles['track']}>
              <span
                className={styles['fill']}
                style={{ width: lines === 0 ? 0 : `max(2px, ${(lines / most) * 100}%)` }}
              />
            </span>
            <span className={styles['count']}>{number(lines)}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}
