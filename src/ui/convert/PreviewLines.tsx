// The first lines as they will be, and what of the beginning will be in none.
import { type JSX, useId } from 'react'
import type { ConversionPreview } from '../../contracts/conversionApi.ts'
import { msg } from '../../i18n/message.ts'
import { useTranslator } from '../../state/language.ts'
import styles from './ConvertDialog.module.css'
import { LeftOutPart } from './LeftOutPart.tsx'

/** Parts left out that a preview names. */
const NAMED = 5

export interface PreviewLinesProps {
  readonly preview: ConversionPreview
  /** It is of an earlier choice. */
  readonly isBusy: boolean
}

export function PreviewLines({ preview, isBusy }: PreviewLinesProps): JSX.Element {
  const { t } = useTranslator()
  const id = useId()
  const { details, hasRows, isCut, lines, lost } = preview
  return (
    <section aria-labelledby={id} aria-busy={isBusy}>
      <h3 id={id} className={styles['heading']}>
        {isCut
          ? t(msg('The first {count, plural, one {line} other {# lines}}', { count: lines.length }))
          : t(msg('All {count, plural, one {# line} other {# lines}}', { count: lines.length }))}
      </h3>
      {lines.length > 0 ? (
        // What is scrolled has to be reached by keys.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <ol className={styles['lines']} tabIndex={0} aria-labelledby={id}>
          {lines.map((line, at) => (
            // oxlint-disable-next-line react/no-array-index-key -- lines have no other name
            <li key={at} dir="auto">
              {line}
            </li>
          ))}
        </ol>
      ) : (
        <p className={styles['note']}>
          {isCut
            ? t(msg('The beginning of the file gives no whole line.'))
            : t(msg('The file gives no line. Choose another kind.'))}
        </p>
      )}
      {details.length > 0 && (
        <>
          <p className={styles['note']}>
            {lost > 0
              ? t(
                  msg(
                    '{count, plural, one {# part} other {# parts}} of the beginning will be in no line:',
                    { count: lost },
                  ),
                )
              : t(msg('Some of it will differ from the file:'))}
          </p>
          <ul className={styles['leftOut']}>
            {details.slice(0, NAMED).map((part, at) => (
              // oxlint-disable-next-line react/no-array-index-key -- parts have no other name
              <li key={at}>
                <LeftOutPart part={part} hasRows={hasRows} />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
