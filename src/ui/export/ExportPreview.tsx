// What the choices would write: the first lines of it, how much that is, and what is not in it.
import { type JSX, useId } from 'react'
import type { ExporterInfo, ExportPreview } from '../../contracts/documentApi.ts'
import { bytes, msg } from '../../i18n/message.ts'
import { useTranslator } from '../../state/language.ts'
import styles from './ExportPreview.module.css'

export interface ExportPreviewPaneProps {
  readonly preview: ExportPreview
  readonly exporter: ExporterInfo
  /** It is of an earlier choice. */
  readonly isLate: boolean
}

export function ExportPreviewPane(props: ExportPreviewPaneProps): JSX.Element {
  const { t } = useTranslator()
  const { preview, exporter, isLate } = props
  const id = useId()
  const size = preview.bytes === undefined ? undefined : bytes(preview.bytes)
  return (
    <section aria-labelledby={id} aria-busy={isLate} className={styles['preview']}>
      <div className={styles['head']}>
        <h3 id={id}>{t(msg('Preview'))}</h3>
        <span role="status" aria-label={t(msg('What will be written'))}>
          {size !== undefined &&
            t(
              preview.isWhole
                ? msg('{size} in all', { size })
                : msg('about {size} in all', { size }),
            )}
        </span>
      </div>
      {preview.refusal && !isLate ? (
        <p role="alert" className={styles['refusal']}>
          {t(preview.refusal)}
        </p>
      ) : (
        // What is scrolled has to be reached by keys.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <pre tabIndex={0} aria-labelledby={id} dir="auto" className={styles['text']}>
          {preview.text.replace(/^\uFEFF/, '')}
          {!preview.isWhole && preview.text !== '' && '…'}
        </pre>
      )}
      {preview.leftOut > 0 && (
        <p className={styles['note']}>
          {t(
            msg(
              '{count, plural, one {# line is blank or not valid JSON and will be left out.} other {# lines are blank or not valid JSON and will be left out.}}',
              { count: preview.leftOut },
            ),
          )}
        </p>
      )}
      {exporter.isCompressed && (
        <p className={styles['note']}>{t(msg('Shown as it is before it is compressed.'))}</p>
      )}
    </section>
  )
}
