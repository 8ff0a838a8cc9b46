// Copies a text, and says whether the browser allowed it.
import { Check, Copy } from 'lucide-react'
import { type JSX, useEffect, useState } from 'react'
import { msg } from '../../i18n/message.ts'
import { useTranslator } from '../../state/language.ts'
import { Button } from './Button.tsx'

export interface CopyButtonProps {
  readonly text: string
  /** What is copied: 'Copy the id'. */
  readonly label: string
  /** The label is shown, not only read out. */
  readonly hasLabel?: boolean
}

/** How long it says that the text was copied, in ms. */
const COPIED_FOR = 2000

const notes = {
  idle: undefined,
  copied: msg('Copied'),
  refused: msg('The browser did not allow it'),
} as const

export function CopyButton({ text, label, hasLabel = false }: CopyButtonProps): JSX.Element {
  const { t } = useTranslator()
  const [state, setState] = useState<keyof typeof notes>('idle')

  useEffect(() => {
    if (state === 'idle') return
    const timer = setTimeout(() => setState('idle'), COPIED_FOR)
    return () => clearTimeout(timer)
  }, [state])

  const note = notes[state]
  const words = note && t(note)
  return (
    <>
      <Button
        {...(hasLabel
          ? { size: 'small', look: 'outlined' }
          : { size: 'icon', 'aria-label': label, title: words ?? label })}
        onClick={() => {
          navigator.clipboard.writeText(text).then(
            () => setState('copied'),
            () => setState('refused'),
          )
        }}
      >
        {state === 'copied' ? <Check aria-hidden /> : <Copy aria-hidden />}
        {hasLabel && label}
      </Button>
      <span className="visuallyHidden" role="status">
        {words}
      </span>
    </>
  )
}
