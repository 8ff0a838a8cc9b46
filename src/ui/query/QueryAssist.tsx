// What helps to type a query, under its field: completions at the caret, and what is to be known of the answer.
// The focus stays in the field. No completion is active until an arrow key chooses one, so Enter runs the query.
import { type JSX, type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react'
import type { KnownField } from '../../contracts/search.ts'
import { type Completion, completeQuery } from '../../fields/completeQuery.ts'
import { type Message, msg } from '../../i18n/message.ts'
import { useTranslator } from '../../state/language.ts'
import { knownFields } from '../../state/queries/knownFields.ts'
import styles from './QueryAssist.module.css'
import { UnknownFields } from './UnknownFields.tsx'

const LIST_ID = 'query-completions'

export interface QueryAssistProps {
  readonly input: RefObject<HTMLInputElement | null>
  readonly text: string
  /** The lines that match `text` were looked for. */
  readonly isDone: boolean
  /** No line matches, or each of which it can be told: the query may ask for a field that is called otherwise. */
  readonly tellsNothing: boolean
  readonly note?: Message | undefined
  readonly onChange: (text: string) => void
  readonly onRun: (text: string) => void
}

interface Typed {
  readonly text: string
  readonly caret: number
  /** Index of the completion that Enter takes; -1 is none. */
  readonly active: number
}

export function QueryAssist({
  input,
  text,
  isDone,
  tellsNothing,
  note,
  onChange,
  onRun,
}: QueryAssistProps): JSX.Element {
  const { t } = useTranslator()
  const [fields, setFields] = useState<readonly KnownField[]>([])
  const [typed, setTyped] = useState<Typed>()
  const list = useRef<HTMLDivElement>(null)
  const found = typed?.text === text ? completeQuery(text, typed.caret, fields) : undefined
  const items = found?.items ?? []
  const isOpen = items.length > 0
  const active = isOpen && typed ? Math.min(typed.active, items.length - 1) : -1

  const open = (step: 0 | 1 | -1 = 0): void => {
    const field = input.current
    if (!field) return
    const caret = field.selectionStart ?? field.value.length
    setTyped({ text: field.value, caret, active: step === 0 ? -1 : 0 })
    void knownFields().then(setFields)
  }
  const take = ({ insert }: Completion): void => {
    const field = input.current
    if (!field || !found) return
    const next = text.slice(0, found.from) + insert + text.slice(found.to)
    const caret = found.from + insert.length
    onChange(next)
    // After a space or a parenthesis something else comes; after a name, what the user likes.
    setTyped(/[\s(]$/.test(insert) ? { text: next, caret, active: -1 } : undefined)
    requestAnimationFrame(() => field.setSelectionRange(caret, caret))
  }
  const handleKey = useEffectEvent((press: KeyboardEvent): void => {
    if (press.isComposing) return
    const step = ({ ArrowDown: 1, ArrowUp: -1 } as const)[press.key]
    const item = items[active]
    if (step !== undefined && isOpen && typed) {
      press.preventDefault()
      const next = active < 0 && step < 0 ? items.length - 1 : active + step
      setTyped({ ...typed, active: (next + items.length) % items.length })
    } else if (step === 1 || (press.key === ' ' && press.ctrlKey)) {
      press.preventDefault()
      open(step)
    } else if (press.key === 'Enter' && item) {
      press.preventDefault()
      press.stopPropagation()
      take(item)
    } else if (press.key === 'Enter') setTyped(undefined)
    else if (press.key === 'Escape' && isOpen) {
      press.preventDefault()
      press.stopPropagation()
      setTyped(undefined)
    }
  })
  const handleInput = useEffectEvent((): void => open())

  // Before React hears of them, which has the keys of the field.
  useEffect(() => {
    const field = input.current
    if (!field) return undefined
    const onKey = (press: KeyboardEvent): void => handleKey(press)
    const onInput = (): void => handleInput()
    const close = (): void => setTyped(undefined)
    field.addEventListener('keydown', onKey)
    field.addEventListener('input', onInput)
    field.addEventListener('blur', close)
    return () => {
      field.removeEventListener('keydown', onKey)
      field.removeEventListener('input', onInput)
      field.removeEventListener('blur', close)
    }
  }, [input])

  useEffect(() => {
    const field = input.current
    if (!field) return undefined
    field.setAttribute('aria-autocomplete', 'list')
    if (isOpen) field.setAttribute('aria-controls', LIST_ID)
    if (active >= 0) field.setAttribute('aria-activedescendant', `${LIST_ID}-${active}`)
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' })
    return () => {
      for (const name of ['aria-autocomplete', 'aria-controls', 'aria-activedescendant']) {
        field.removeAttribute(name)
      }
    }
  }, [input, isOpen, active])

  if (isOpen) {
    return (
      <div
        ref={list}
        id={LIST_ID}
        role="listbox"
        aria-label={t(msg('Completions'))}
        className={styles['list']}
        // The caret stays where it is.
        onPointerDown={(press) => press.preventDefault()}
      >
        {items.map((item, index) => (
          <button
            key={`${item.kind} ${item.label}`}
            id={`${LIST_ID}-${index}`}
            type="button"
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            className={styles['option']}
            onClick={() => take(item)}
          >
            <span className={styles['label']}>{item.label}</span>
            <small>{t(KIND_WORDS[item.kind])}</small>
          </button>
        ))}
      </div>
    )
  }
  return (
    <div className={styles['notes']}>
      {isDone && note && <p className={styles['note']}>{t(note)}</p>}
      {isDone && tellsNothing && <UnknownFields text={text} onRun={onRun} />}
    </div>
  )
}

const KIND_WORDS: Readonly<Record<Completion['kind'], Message>> = {
  field: msg('field'),
  operator: msg('operator'),
  value: msg('value'),
  word: msg('word'),
}
