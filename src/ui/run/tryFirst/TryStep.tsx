// The third step: some lines as ordinary requests, so that a wrong model or parameter costs seconds and not
// a day.
import { type JSX, useRef, useState } from 'react'
import { lineNumberOf } from '../../../base/units.ts'
import type { DocumentFacts } from '../../../contracts/documentApi.ts'
import { type Message, msg } from '../../../i18n/message.ts'
import { useBatch } from '../../../state/batch/batchStore.ts'
import { showStep } from '../../../state/batch/panel.ts'
import { cancelTrials, tryFirst } from '../../../state/batch/trials.ts'
import { useActive } from '../../../state/hooks.ts'
import { useTranslator } from '../../../state/language.ts'
import { Button } from '../../controls/Button.tsx'
import { RadioRow } from '../../export/RadioRow.tsx'
import { findBlocker } from '../blockers.ts'
import fields from '../fields.module.css'
import styles from '../RunPanel.module.css'
import { hostOf, isAnswered } from '../stepLines.ts'
import { TextField } from '../TextField.tsx'
import { EXAMPLE_LINES, MAX_TRIALS, parseLineList } from './lineList.ts'
import { TrialTable } from './TrialTable.tsx'

type Choice = 'first' | 'lines' | 'random'

const RANDOM_COUNTS = [1, 3, 5, 10, MAX_TRIALS]

export function TryStep({ facts }: { readonly facts: DocumentFacts }): JSX.Element {
  const { t } = useTranslator()
  const selected = useActive((tab) => tab.selection?.index)
  const trials = useBatch((state) => state.trials)
  const access = useBatch((state) => state.access)
  const [choice, setChoice] = useState<Choice>('first')
  /** Undefined as long as it follows the selected line. */
  const [typed, setTyped] = useState<string>()
  const [random, setRandom] = useState(3)
  /** Why nothing was tried, and what is wrong with the lines that were typed. */
  const [problem, setProblem] = useState<Message>()
  const [badLines, setBadLines] = useState<Message>()
  const field = useRef<HTMLInputElement>(null)
  const text = typed ?? (selected === undefined ? '' : String(lineNumberOf(selected)))
  const isSending = trials.some(({ state }) => state === 'sending')

  const start = () => {
    if (isSending) return
    // Whoever tries has seen what the check found, and what the answer says is the better check.
    const blocker = findBlocker({
      state: { access, checks: [], insists: { connection: true, lines: true } },
      facts,
      refusals: 0,
      hasBadOptions: false,
    })
    setProblem(blocker?.text)
    if (blocker) {
      if (blocker.step) showStep(blocker.step)
      return
    }
    if (choice === 'random') void tryFirst({ random })
    if (choice === 'first') void tryFirst({ lines: [] })
    if (choice !== 'lines') return
    const lines = parseLineList(text, facts.lines)
    if (lines.ok) void tryFirst({ lines: lines.value })
    else {
      setBadLines(lines.failure.message)
      // Where it is put right; what is wrong is read out with it.
      field.current?.focus()
    }
  }
  const choose = (next: Choice) => {
    setChoice(next)
    setProblem(undefined)
    setBadLines(undefined)
  }
  return (
    <>
      <p className={styles['text']}>
        {t(
          msg(
            'Sends these lines to {host} now, one by one as ordinary requests, at the standard price.',
            { host: hostOf(access.baseUrl) },
          ),
        )}
      </p>
      <div role="radiogroup" aria-label={t(msg('Lines to try'))} className={styles['choices']}>
        <RadioRow
          group="try-lines"
          title={t(msg('The first valid line'))}
          isChecked={choice === 'first'}
          onCheck={() => choose('first')}
        />
        <RadioRow
          group="try-lines"
          title={t(msg('These lines'))}
          isChecked={choice === 'lines'}
          onCheck={() => choose('lines')}
        />
        <RadioRow
          group="try-lines"
          title={t(msg('Random lines'))}
          isChecked={choice === 'random'}
          onCheck={() => choose('random')}
        />
      </div>
      {choice === 'lines' && (
        <TextField
          label={t(msg('Numbers of the lines'))}
          value={text}
          placeholder={EXAMPLE_LINES}
          problem={badLines && t(badLines)}
          input={field}
          onType={(lines) => {
            setTyped(lines)
            setBadLines(undefined)
          }}
        />
      )}
      {choice === 'random' && (
        <label className={fields['field']}>
          <span className={fields['label']}>{t(msg('How many'))}</span>
          <select
            className={fields['input']}
            value={random}
            onChange={(change) => setRandom(Number(change.target.value))}
          >
            {RANDOM_COUNTS.map((count) => (
              <option key={count} value={count}>
                {t(msg('{count, plural, one {# line} other {# lines}}', { count }))}
              </option>
            ))}
          </select>
        </label>
      )}
      <div className={fields['actions']}>
        <Button look={trials.length === 0 ? 'primary' : 'outlined'} onClick={start}>
          {t(msg('Try first'))}
        </Button>
        {isSending && (
          <Button look="outlined" onClick={cancelTrials}>
            {t(msg('Cancel'))}
          </Button>
        )}
        {!isSending && (
          <Button
            look={trials.length > 0 && trials.every(isAnswered) ? 'primary' : 'outlined'}
            onClick={() => showStep('send')}
          >
            {trials.length === 0 ? t(msg('Skip this')) : t(msg('Go on'))}
          </Button>
        )}
      </div>
      {problem && (
        <p role="alert" className={styles['problem']}>
          {t(problem)}
        </p>
      )}
      <TrialTable trials={trials} />
    </>
  )
}
