// 'Fix all': how many lines it would change, and what the first of them would be. Enter applies it.
import { type JSX, useId, useRef } from 'react'
import type { FixSample } from '../../contracts/foresight.ts'
import { type Message, msg } from '../../i18n/message.ts'
import { applyFixAll, cancelCount, closeFixAll } from '../../state/foresight/askFixAll.ts'
import { type FixAllState, useFixAll } from '../../state/foresight/fixAllStore.ts'
import { useTranslator } from '../../state/language.ts'
import { progressText } from '../../state/progressText.ts'
import { AppDialog } from '../controls/AppDialog.tsx'
import { Button } from '../controls/Button.tsx'
import { ProgressBar } from '../controls/ProgressBar.tsx'
import { TextDiff } from '../text/TextDiff.tsx'
import styles from './FixAllDialog.module.css'

export function FixAllDialog(): JSX.Element {
  const { t } = useTranslator()
  const state = useFixAll((whole) => whole)
  const { counting, fixTitle, problem, samples, title } = state
  const apply = useRef<HTMLButtonElement>(null)
  const { changed, isExact } = changedLines(state)
  return (
    <AppDialog
      title={t(fixTitle)}
      isWide
      initialFocus={apply}
      onClose={closeFixAll}
      foot={
        <>
          {counting && <Counting counting={counting} />}
          <Button look="outlined" onClick={closeFixAll}>
            {t(msg('Cancel'))}
          </Button>
          <Button ref={apply} look="primary" disabled={changed === 0} onClick={applyFixAll}>
            {t(
              isExact
                ? msg('Apply to {count, plural, one {# line} other {# lines}}', { count: changed })
                : msg('Apply to about {count, plural, one {# line} other {# lines}}', {
                    count: changed,
                  }),
            )}
          </Button>
        </>
      }
    >
      <p className={styles['cause']}>{t(title)}</p>
      <p role="status">{t(whatHappens(state))}</p>
      {problem && (
        <p role="alert" className={styles['problem']}>
          {t(problem)}
        </p>
      )}
      <Samples samples={samples} />
    </AppDialog>
  )
}

/** As exact as it is known. */
function changedLines({ count, fixed, isEstimate }: FixAllState): {
  readonly changed: number
  readonly isExact: boolean
} {
  return count
    ? { changed: count.changed, isExact: true }
    : { changed: fixed, isExact: !isEstimate }
}

function whatHappens({ count, fixed, isEstimate, lines }: FixAllState): Message {
  const mended = count?.fixed ?? fixed
  const left = lines - mended
  if (left === 0) {
    return msg(
      '{lines, plural, one {# line has this and is fixed} other {# lines have this, and all of them are fixed}}, as one step of undo.',
      { lines },
    )
  }
  return count || !isEstimate
    ? msg(
        '{lines, plural, one {# line has} other {# lines have}} this. {mended, number} of them are fixed, as one step of undo; {left, number} must be fixed by hand.',
        { lines, mended, left },
      )
    : msg(
        '{lines, plural, one {# line has} other {# lines have}} this. About {mended, number} of them are fixed, as one step of undo.',
        { lines, mended },
      )
}

function Samples({ samples }: { readonly samples: readonly FixSample[] | undefined }): JSX.Element {
  const { t } = useTranslator()
  const id = useId()
  return (
    <section className={styles['samples']} aria-labelledby={id} aria-busy={samples === undefined}>
      <h3 id={id} className={styles['heading']}>
        {t(msg('The first lines'))}
      </h3>
      {samples?.length === 0 && (
        <p className={styles['none']}>{t(msg('The first lines would not change.'))}</p>
      )}
      {samples && samples.length > 0 && (
        <ol className={styles['list']}>
          {samples.map(({ after, before, line }) => (
            <li key={line}>
              <span className={styles['line']}>{t(msg('Line {line, number}', { line }))}</span>
              <TextDiff before={before} after={after} />
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}

function Counting({
  counting: { progress },
}: {
  readonly counting: NonNullable<FixAllState['counting']>
}): JSX.Element | null {
  const { t } = useTranslator()
  const text = progressText(progress)
  // Of few lines there is nothing to be seen.
  if (!progress || progress.done === progress.total) return null
  return (
    <>
      <ProgressBar
        label={t(msg('Counting the lines that would change'))}
        done={progress.done}
        total={progress.total}
        valueText={text && t(text)}
      />
      <span className={styles['progress']}>{text && t(text)}</span>
      <Button size="small" onClick={cancelCount}>
        {t(msg('Stop counting'))}
      </Button>
    </>
  )
}
