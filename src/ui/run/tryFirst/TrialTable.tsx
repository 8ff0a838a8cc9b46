// What came of the lines that were tried. Answers are shown as the text that they are: nothing in them is
// made a link, a picture or markup.
import { type JSX, type ReactNode, useId } from 'react'
import { type Message, msg, verbatim } from '../../../i18n/message.ts'
import { goToLine } from '../../../state/actions/lines.ts'
import type { Trial } from '../../../state/batch/batchStore.ts'
import { useTranslator } from '../../../state/language.ts'
import { Button } from '../../controls/Button.tsx'
import { isAnswered } from '../stepLines.ts'
import { stepAside } from '../stepAside.ts'
import { StepMark } from '../StepMark.tsx'
import { answerText } from './answerText.ts'
import styles from './TrialTable.module.css'

export function TrialTable({ trials }: { readonly trials: readonly Trial[] }): JSX.Element | null {
  const { t } = useTranslator()
  if (trials.length === 0) return null
  return (
    <table className={styles['table']}>
      <caption className="visuallyHidden">{t(msg('Answers to the lines that were tried'))}</caption>
      <thead>
        <tr>
          <th scope="col">{t(msg('Line'))}</th>
          <th scope="col">{t(msg('Status'))}</th>
          <th scope="col">{t(msg('Time'))}</th>
          <th scope="col">{t(msg('Tokens'))}</th>
        </tr>
      </thead>
      {trials.map((trial) => (
        <TrialRows key={trial.line} trial={trial} />
      ))}
    </table>
  )
}

function TrialRows({ trial }: { readonly trial: Trial }): JSX.Element {
  const { t, number, duration } = useTranslator()
  const { answer, customId, line, state } = trial
  const problem = problemOf(trial)
  const mark = state === 'sending' ? 'busy' : isAnswered(trial) ? 'done' : 'problem'
  return (
    <tbody data-line={line} data-state={state} data-status={answer?.status}>
      <tr>
        <th scope="row">
          <Button size="small" title={customId} onClick={() => void goToLine(line).then(stepAside)}>
            {t(msg('Line {line, number}', { line }))}
          </Button>
        </th>
        <td>
          <span className={styles['status']}>
            <StepMark mark={mark} />
            {statusText(trial, t)}
          </span>
        </td>
        <td>{answer && duration(answer.ms)}</td>
        <td>
          {answer?.usage && (
            <>
              {number(answer.usage.input)} → {number(answer.usage.output)}
            </>
          )}
        </td>
      </tr>
      {problem && (
        <tr>
          <td colSpan={4} className={styles['problem']}>
            {t(problem)}
          </td>
        </tr>
      )}
      {answer && answer.text !== '' && (
        <tr>
          <td colSpan={4}>
            <TrialAnswer answer={answer} />
          </td>
        </tr>
      )}
    </tbody>
  )
}

function statusText({ answer, state }: Trial, t: (message: Message) => string): ReactNode {
  if (answer) return String(answer.status)
  return state === 'sending' ? t(msg('sent')) : t(msg('no answer'))
}

/** The API's own words, else ours. */
function problemOf({ answer, problem }: Trial): Message | undefined {
  if (!answer?.error) return problem
  const { code, message } = answer.error
  return verbatim(code === undefined ? message : `${code}: ${message}`)
}

/** Of an answer in words the words, and behind them all of it; of an error, which is told above, that alone. */
function TrialAnswer({
  answer: { error, isCut, text },
}: {
  readonly answer: NonNullable<Trial['answer']>
}): JSX.Element {
  const { t } = useTranslator()
  const said = error ? undefined : answerText(text)
  if (!error && !said) return <AnswerText isCut={isCut} text={text} name={t(msg('Answer'))} />
  return (
    <>
      {said && <AnswerText isCut={false} text={said.text} name={t(msg('Answer'))} />}
      {said?.endedBy !== undefined && (
        <p className={styles['ended']}>
          {t(msg('The answer ended early, with “{reason}”.', { reason: said.endedBy }))}
        </p>
      )}
      <details className={styles['whole']}>
        <summary>{t(msg('All that the API sent'))}</summary>
        <AnswerText isCut={isCut} text={text} name={t(msg('All that the API sent'))} />
      </details>
    </>
  )
}

function AnswerText(props: {
  readonly isCut: boolean
  readonly text: string
  readonly name: string
}): JSX.Element {
  const { t } = useTranslator()
  const id = useId()
  return (
    <>
      {/* It scrolls, which the keyboard can do only with the focus on it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre className={styles['answer']} tabIndex={0} aria-labelledby={id} role="group">
        {props.text}
      </pre>
      <span id={id} className="visuallyHidden">
        {props.name}
      </span>
      {props.isCut && <p className={styles['cut']}>{t(msg('Only its beginning is shown.'))}</p>}
    </>
  )
}
