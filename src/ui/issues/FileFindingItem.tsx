// Something that is said about the file as a whole.
import { type JSX, memo } from 'react'
import type { FileFinding } from '../../diagnostics/diagnostic.ts'
import { msg } from '../../i18n/message.ts'
import { setPanelOpen } from '../../state/actions/dialogs.ts'
import { applyEdit } from '../../state/actions/edits.ts'
import { goToLine } from '../../state/actions/lines.ts'
import { useTranslator } from '../../state/language.ts'
import { Button } from '../controls/Button.tsx'
import styles from './FileFindingItem.module.css'
import { OfferButton } from './OfferButton.tsx'
import { SeverityMark } from './SeverityMark.tsx'

/** Lines that get a button; a finding may name more. */
const LINES_SHOWN = 3

export interface FileFindingItemProps {
  readonly finding: FileFinding
  /** Whether the document takes changes at the moment. */
  readonly canFix: boolean
  /** It is no longer so: it only keeps its place. */
  readonly isGone: boolean
}

export const FileFindingItem = memo(function FileFindingItem({
  finding,
  canFix,
  isGone,
}: FileFindingItemProps): JSX.Element {
  const { t } = useTranslator()
  const {
    code,
    encoding,
    fixTitle,
    isNotice = false,
    lines = [],
    message,
    offer,
    severity,
    title,
  } = finding
  return (
    <li
      className={styles['finding']}
      {...(isGone
        ? { inert: true, 'aria-hidden': true, 'data-gone': true }
        : { 'data-code': code, 'data-count': 1, 'data-severity': severity })}
    >
      <SeverityMark severity={severity} isNotice={isNotice} />
      <div>
        <p>{t(title)}</p>
        <p className={styles['message']}>{t(message)}</p>
        {(lines.length > 0 || fixTitle !== undefined || offer !== undefined) && (
          <div className={styles['lines']}>
            {offer !== undefined && <OfferButton offer={offer} encoding={encoding} />}
            {fixTitle !== undefined && (
              <Button
                size="small"
                disabled={!canFix}
                onClick={() => void applyEdit({ kind: 'fixFile', code })}
              >
                {t(fixTitle)}
              </Button>
            )}
            {lines.slice(0, LINES_SHOWN).map((line) => (
              <Button
                key={line}
                size="small"
                onClick={() => {
                  setPanelOpen(false)
                  void goToLine(line)
                }}
              >
                {t(msg('Line {line, number}', { line }))}
              </Button>
            ))}
          </div>
        )}
      </div>
    </li>
  )
})
