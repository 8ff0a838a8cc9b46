// What is offered at the caret. The focus stays in the text: screen readers hear of the active option there.
import { type JSX, useEffect, useRef } from 'react'
import type { CompletionOption } from '../../contracts/templatesApi.ts'
import { msg } from '../../i18n/message.ts'
import { useTranslator } from '../../state/language.ts'
import styles from './JsonArea.module.css'
import type { OfferedCompletion } from './useCompletion.ts'

export interface CompletionListProps {
  readonly id: string
  readonly offered: OfferedCompletion
  readonly onTake: (option: CompletionOption) => void
}

export function CompletionList({ id, offered, onTake }: CompletionListProps): JSX.Element {
  const { t } = useTranslator()
  const { options, active, place } = offered
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    list.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' })
  }, [active])
  return (
    <div
      ref={list}
      id={id}
      role="listbox"
      aria-label={t(msg('Completions'))}
      className={styles['list']}
      style={{ left: `min(${place.left}px, 100% - var(--list-width))`, top: place.bottom }}
      // The caret stays where it is.
      onPointerDown={(press) => press.preventDefault()}
    >
      {options.map((option, index) => (
        <button
          key={option.label}
          id={`${id}-${index}`}
          type="button"
          tabIndex={-1}
          role="option"
          aria-selected={index === active}
          className={styles['option']}
          onClick={() => onTake(option)}
        >
          <span>{option.label}</span>
          {option.detail !== '' && <small>{option.detail}</small>}
        </button>
      ))}
    </div>
  )
}
