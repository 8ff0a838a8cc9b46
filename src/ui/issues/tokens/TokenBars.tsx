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
  // A single line that is much longer than all others would leave a dozen rows empty.
  const shown = buckets.filter(({ lines }) => lines > 0)
  const most = Math.max(1, ...shown.map(({ lines }) => lines))
  return (
    <ul className={styles['bars']}>
      {shown.map(({ from, to, lines }) => (
        <li key={from}>
          <button
            type="button"
            className={styles['bar']}
            aria-label={t(bucketText(from, to, lines))}
            onClick={() => {
              setPanelOpen(false)
              void goToTokens(from, to)
            }}
          >
            <span className={styles['range']}>{t(bucketTitle(from, to))}</span>
            <span className={styles['track']}>
              <span
                className={styles['fill']}
                style={{ width: `max(2px, ${(lines / most) * 100}%)` }}
              />
            </span>
            <span className={styles['count']}>{number(lines)}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}
