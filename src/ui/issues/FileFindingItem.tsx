// Something that is said about the file as a whole.
import { type JSX, memo, useId } from 'react'
import type { FileFinding } from '../../diagnostics/diagnostic.ts'
import { msg } from '../../i18n/message.ts'
import { setPanelOpen } from '../../state/actions/dialogs.ts'
import { applyEdit } from '../../state/actions/edits.ts'
import { goToLine } from '../../state/actions/lines.ts'
import { useTranslator } from '../../state/language.ts'
import { ApiCode } from '../codes/ApiCode.tsx'
import { FindingMenuButton } from '../codes/FindingMenuButton.tsx'
import { WhyButton } from '../codes/WhyButton.tsx'
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
  const id = useId()
  const {
    apiCode,
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
        : {
            'data-code': code,
            'data-count': 1,
            'data-severity': severity,
            'data-api-code': apiCode,
          })}
    >
      <SeverityMark severity={severity} isNotice={isNotice} />
      <div className={styles['words']}>
        <p>
          <span id={id}>{t(title)}</span> <ApiCode code={apiCode} />
        </p>
        <p className={styles['message']}>{t(message)}</p>
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
          <span className={styles['rare']}>
            <WhyButton finding={finding} describedBy={id} />
            <FindingMenuButton finding={finding} describedBy={id} />
          </span>
        </div>
      </div>
    </li>
  )
})
