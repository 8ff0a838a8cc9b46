// Completion in a textarea: asked for while keys and values are typed, or with Ctrl+Space. Arrow keys and Enter
// choose; Escape closes what is offered and nothing else, and Tab leads on as everywhere.
import { type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react'
import type { Completion, CompletionOption } from '../../contracts/templatesApi.ts'
import { completionAt } from '../../state/newBatch/completions.ts'
import { insertText } from './insertText.ts'
import { type CaretPlace, caretPlace } from './caretPlace.ts'

export interface OfferedCompletion extends Completion {
  /** Index of the option that Enter takes. */
  readonly active: number
  readonly place: CaretPlace
  /** The text that it is for, and the caret in it. */
  readonly text: string
  readonly at: number
}

export function useCompletion(field: RefObject<HTMLTextAreaElement | null>) {
  const [offered, setOffered] = useState<OfferedCompletion>()
  const turn = useRef(0)

  const close = () => {
    turn.current++
    setOffered(undefined)
  }

  /** Unasked, only what completes something that was begun: else Enter would not be a line break. */
  const ask = async (isAsked: boolean) => {
    const area = field.current
    if (!area) return
    const mine = ++turn.current
    const { value: text, selectionStart: at, selectionEnd } = area
    const found = at === selectionEnd ? await completionAt(text, at) : undefined
    if (mine !== turn.current || area.value !== text || document.activeElement !== area) return
    const isWanted = found && (isAsked || found.from < at)
    setOffered(
      isWanted ? { ...found, active: 0, text, at, place: caretPlace(area, found.from) } : undefined,
    )
  }

  const take = ({ insert, caret }: CompletionOption) => {
    const area = field.current
    if (!area || !offered) return
    const { from, to } = offered
    close()
    insertText(area, insert, from, to)
    area.setSelectionRange(from + caret, from + caret)
    void ask(false)
  }

  const handleKey = useEffectEvent((press: KeyboardEvent) => {
    if (press.isComposing) return
    if (press.key === ' ' && press.ctrlKey) {
      press.preventDefault()
      void ask(true)
      return
    }
    if (!offered) return
    const { active, options } = offered
    const option = options[active]
    const step = { ArrowDown: 1, ArrowUp: -1 }[press.key]
    if (step !== undefined) {
      press.preventDefault()
      setOffered({ ...offered, active: (active + step + options.length) % options.length })
    } else if (press.key === 'Enter' && option && field.current?.value === offered.text) {
      press.preventDefault()
      take(option)
    } else if (press.key === 'Escape') {
      press.preventDefault()
      close()
    } else if (press.key === 'Tab') close()
  })

  // Before whatever around it hears of Escape.
  useEffect(() => {
    const area = field.current
    if (!area) return undefined
    const listen = (press: KeyboardEvent) => handleKey(press)
    area.addEventListener('keydown', listen)
    return () => area.removeEventListener('keydown', listen)
  }, [field])

  return {
    offered,
    close,
    take,
    /** For `onChange`. */
    typed: (event: Event) => {
      const isTyping = event instanceof InputEvent && /^insertText$|^delete/.test(event.inputType)
      if (!isTyping || (event.data !== null && /^\s|[,[\]}:]$/.test(event.data))) close()
      else void ask(false)
    },
    /** For `onSelect`: the caret went elsewhere. */
    moved: () => {
      const area = field.current
      // The browser tells of it late, also after typing, when the options are for the new place already.
      if (!offered || area?.value !== offered.text) return
      if (area.selectionStart !== offered.at || area.selectionEnd !== offered.at) close()
    },
  }
}
