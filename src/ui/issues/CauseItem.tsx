// One cause with the lines that have it: show them, walk through them, fix them all.
import { Check, Trash2 } from 'lucide-react'
import { type JSX, memo, useId } from 'react'
import { type Message, msg } from '../../i18n/message.ts'
import { deleteCause } from '../../state/actions/chosenLines.ts'
import { setPanelOpen } from '../../state/actions/dialogs.ts'
import { goToIssue, setView } from '../../state/actions/lines.ts'
import { withForesight } from '../../state/foresight/withForesight.ts'
import { useTranslator } from '../../state/language.ts'
import type { CauseCount, CauseFix } from '../../contracts/documentApi.ts'
import { ApiCode } from '../codes/ApiCode.tsx'
import { type FindingAct, FindingMenuButton } from '../codes/FindingMenuButton.tsx'
import { WhyButton } from '../codes/WhyButton.tsx'
import { Button } from '../controls/Button.tsx'
import styles from './CauseItem.module.css'
import { CauseNames } from './CauseNames.tsx'
import { OfferButton } from './OfferButton.tsx'
import { SeverityMark } from './SeverityMark.tsx'

export interface CauseItemProps {
  readonly cause: CauseCount
  /** Whether the table shows the lines of this cause only. */
  readonly isShown: boolean
  /** Whether the document takes changes at the moment. */
  readonly canFix: boolean
  /** No line has it any more: it only keeps its place. */
  readonly isGone: boolean
}

export const CauseItem = memo(function CauseItem({
  cause,
  isShown,
  canFix,
  isGone,
}: CauseItemProps): JSX.Element {
  const { t, number } = useTranslator()
  const id = useId()
  const { apiCode, code, count, fix, isNotice, message, names, offer, severity, title } = cause
  const mended = fix && mendedLines(fix, count)
  return (
    <li
      className={styles['cause']}
      {...(isGone
        ? { inert: true, 'aria-hidden': true, 'data-gone': true }
        : {
            'data-code': code,
            'data-count': count,
            'data-severity': severity,
            'data-api-code': apiCode,
          })}
      data-notice={isNotice || undefined}
      data-shown={isShown || undefined}
    >
      <button
        type="button"
        className={styles['show']}
        aria-pressed={isShown}
        title={
          isShown
            ? t(msg('Show all lines'))
            : t(
                msg('Show only the {count, plural, one {# line} other {# lines}} with this issue', {
                  count,
                }),
              )
        }
        onClick={() => {
          setView(isShown ? { kind: 'all' } : { kind: 'cause', code })
          setPanelOpen(false)
        }}
      >
        <SeverityMark severity={severity} isNotice={isNotice} />
        <span className={styles['title']}>
          <span id={`${id}-title`}>{t(title)}</span>
          {apiCode !== undefined && ' '}
          <ApiCode code={apiCode} />
        </span>
        <span className={`growing ${styles['count']}`}>
          {isGone ? <Check aria-hidden /> : number(count)}
        </span>
      </button>
      {message !== undefined && <p className={styles['message']}>{t(message)}</p>}
      {names && <CauseNames names={names} count={count} />}
      {isNotice && (
        <p className={styles['message']}>
          {t(msg('In most lines of this file. It stops nothing.'))}
        </p>
      )}
      <div className={styles['acts']}>
        {offer !== undefined && <OfferButton offer={offer} />}
        <Button
          size="small"
          aria-describedby={`${id}-title`}
          onClick={() => {
            setPanelOpen(false)
            void goToIssue(1, code)
          }}
        >
          {t(msg('Next'))}
        </Button>
        {fix && mended && (
          <>
            <Button
              size="small"
              disabled={!canFix}
              data-fix-all
              aria-describedby={`${id}-fix`}
              onClick={() => void withForesight(({ askFixAll }) => askFixAll(code))}
            >
              {t(msg('Fix all'))}
            </Button>
            <span id={`${id}-fix`} className="visuallyHidden">
              {t(msg('{title}: {fix} in {lines}', { title, fix: fix.title, lines: mended }))}
            </span>
          </>
        )}
        <span className={styles['rare']}>
          <WhyButton finding={cause} describedBy={`${id}-title`} className={styles['why']} />
          <FindingMenuButton
            finding={cause}
            describedBy={`${id}-title`}
            acts={actsOf(cause, canFix)}
          />
          {cause.isRepeat !== true && (
            <Button
              size="small"
              disabled={!canFix}
              title={t(msg('Delete these lines ({count, number})', { count }))}
              aria-label={t(msg('Delete these lines'))}
              aria-describedby={`${id}-title`}
              onClick={() => void deleteCause(code)}
            >
              <Trash2 aria-hidden />
            </Button>
          )}
        </span>
        {fix && mended && (
          <span className={styles['fix']} aria-hidden>
            {fix.lines < count
              ? t(msg('{lines}: {fix}', { lines: mended, fix: fix.title }))
              : t(fix.title)}
          </span>
        )}
      </div>
    </li>
  )
})

/** What can be done about lines that repeat what should be there once. */
function actsOf({ code, isIdRepeat, isRepeat }: CauseCount, canFix: boolean): FindingAct[] {
  const acts: FindingAct[] = []
  if (isIdRepeat === true) {
    acts.push({
      name: msg('Renumber ids…'),
      isDisabled: !canFix,
      onChoose: () => void withForesight(({ openRenumber }) => openRenumber()),
    })
  }
  if (isRepeat === true) {
    acts.push({
      name: msg('Delete the repeats'),
      note: msg('Keeps the first of each'),
      isDisabled: !canFix,
      onChoose: () => void deleteCause(code),
    })
  }
  return acts
}

/** '3 of 5 lines', '5 lines', 'about 390,000 of 400,000 lines'. */
function mendedLines({ lines, isEstimate }: CauseFix, count: number): Message {
  if (lines < count) {
    return isEstimate
      ? msg('about {lines, number} of {count, plural, one {# line} other {# lines}}', {
          lines,
          count,
        })
      : msg('{lines, number} of {count, plural, one {# line} other {# lines}}', { lines, count })
  }
  return isEstimate
    ? msg('nearly all of {count, plural, one {# line} other {# lines}}', { count })
    : msg('{count, plural, one {# line} other {# lines}}', { count })
}
