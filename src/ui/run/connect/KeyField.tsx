// The key of the API. It is in the field while it is typed and then in the memory of `state/batch/apiKey.ts`
// alone: the field is not React's, which would write its value into an attribute, and it is emptied when it
// goes out of sight.
import { type JSX, useEffect, useId, useRef, useState } from 'react'
import { type Message, msg } from '../../../i18n/message.ts'
import { forgetKey, rememberKey, setKey } from '../../../state/batch/access.ts'
import { useBatch } from '../../../state/batch/batchStore.ts'
import { useTranslator } from '../../../state/language.ts'
import { Button } from '../../controls/Button.tsx'
import fields from '../fields.module.css'
import { TickBox } from '../TickBox.tsx'

const EXAMPLE = 'sk-…'

/** Asks password managers to leave it alone; browsers heed `autocomplete` by halves. */
const NO_MANAGER = {
  autoComplete: 'off',
  'data-1p-ignore': '',
  'data-bwignore': '',
  'data-lpignore': 'true',
  'data-form-type': 'other',
} as const

export function KeyField(): JSX.Element {
  const { t } = useTranslator()
  const hasKey = useBatch((state) => state.access.hasKey)
  const remembersKey = useBatch((state) => state.access.remembersKey)
  const [isShown, setIsShown] = useState(false)
  const [problem, setProblem] = useState<Message>()
  const field = useRef<HTMLInputElement>(null)
  const id = useId()

  useEffect(() => {
    const input = field.current
    return () => {
      if (input) input.value = ''
    }
  }, [])

  const handleType = (typed: string) => {
    const set = setKey(typed)
    setProblem(set.ok || typed === '' ? undefined : set.failure.message)
  }
  const handleForget = () => {
    if (field.current) field.current.value = ''
    setProblem(undefined)
    setIsShown(false)
    forgetKey()
    field.current?.focus()
  }
  return (
    <>
      <div className={fields['field']}>
        <label className={fields['label']} htmlFor={id}>
          {t(msg('API key'))}
        </label>
        <div className={fields['box']}>
          <input
            ref={field}
            id={id}
            className={fields['input']}
            data-mono
            type={isShown ? 'text' : 'password'}
            {...NO_MANAGER}
            autoCapitalize="none"
            autoCorrect="off"
            spellCheck={false}
            placeholder={hasKey ? t(msg('In memory')) : EXAMPLE}
            aria-invalid={problem !== undefined}
            aria-describedby={problem && `${id}-problem`}
            onChange={(change) => handleType(change.target.value)}
          />
          <Button look="outlined" aria-pressed={isShown} onClick={() => setIsShown(!isShown)}>
            {t(msg('Show'))}
          </Button>
        </div>
        {problem && (
          <small id={`${id}-problem`} className={fields['note']} data-problem>
            {t(problem)}
          </small>
        )}
      </div>
      <div className={fields['pair']}>
        <TickBox
          title={t(msg('Remember in this tab'))}
          hint={t(
            msg('Otherwise a reload forgets the key. Closing the tab forgets it in any case.'),
          )}
          isChecked={remembersKey}
          onCheck={rememberKey}
        />
        <Button size="small" look="outlined" disabled={!hasKey} onClick={handleForget}>
          {t(msg('Forget the key'))}
        </Button>
      </div>
    </>
  )
}
