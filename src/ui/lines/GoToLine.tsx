// Jumps to a line by its number, with or without separators between the groups of digits.
import { type FormEvent, type JSX, useRef, useState } from 'react'
import { type Message, msg } from '../../i18n/message.ts'
import { goToLine } from '../../state/actions/lines.ts'
import { useTranslator } from '../../state/language.ts'
import { activeDocument } from '../../state/store.ts'
import { GO_TO_LINE_ID } from '../controls/focusField.ts'
import { leaveField } from './leaveField.ts'
import { parseLineNumber } from './parseLineNumber.ts'
import styles from '../table/TableToolbar.module.css'

export function GoToLine(): JSX.Element {
  const { t } = useTranslator()
  const [text, setText] = useState('')
  const input = useRef<HTMLInputElement>(null)
  const [problem, setProblem] = useState<Message>()
  const handleSubmit = (submit: FormEvent) => {
    submit.preventDefault()
    const number = parseLineNumber(text)
    if (number === undefined) {
      setProblem(text.trim() === '' ? undefined : msg('Type a line number, such as 31,207.'))
      return
    }
    const lines = activeDocument()?.facts?.lines ?? 0
    setProblem(number > lines ? beyondTheEnd(lines) : undefined)
    void show(number, number <= lines)
  }
  async function show(number: number, isThere: boolean): Promise<void> {
    const isShown = await goToLine(number)
    // The focus follows to the line, where Enter edits it; a field with a remark keeps it.
    if (isShown && isThere) input.current?.blur()
  }
  return (
    <form className={styles['goTo']} onSubmit={handleSubmit}>
      <input
        ref={input}
        id={GO_TO_LINE_ID}
        type="text"
        inputMode="numeric"
        autoComplete="off"
        aria-label={t(msg('Go to line'))}
        aria-invalid={problem !== undefined}
        aria-describedby={problem === undefined ? undefined : `${GO_TO_LINE_ID}-problem`}
        placeholder={t(msg('Go to line'))}
        className={styles['goToInput']}
        value={text}
        onChange={(change) => {
          setText(change.target.value)
          setProblem(undefined)
        }}
        onKeyDown={({ key, nativeEvent }) => {
          if (key === 'Escape' && !nativeEvent.isComposing) leaveField()
        }}
        onBlur={() => setProblem(undefined)}
      />
      {problem !== undefined && (
        <span id={`${GO_TO_LINE_ID}-problem`} role="alert" className={styles['problem']}>
          {t(problem)}
        </span>
      )}
    </form>
  )
}

function beyondTheEnd(lines: number): Message {
  return msg('There {lines, plural, one {is # line} other {are # lines}}; this is the last one.', {
    lines,
  })
}
