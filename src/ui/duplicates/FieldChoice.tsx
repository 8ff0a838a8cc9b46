// The fields that lines are compared by: those that are chosen, and a path to type with completion from the file.
import { Autocomplete } from '@base-ui/react/autocomplete'
import { X } from 'lucide-react'
import { type FormEvent, type JSX, useState } from 'react'
import { type Message, msg } from '../../i18n/message.ts'
import { addField, removeField } from '../../state/duplicates/duplicates.ts'
import { useDuplicates } from '../../state/duplicates/duplicatesStore.ts'
import { useTranslator } from '../../state/language.ts'
import { Button } from '../controls/Button.tsx'
import input from '../controls/input.module.css'
import popup from '../controls/popup.module.css'
import { usePopup } from '../controls/usePopup.ts'
import styles from './DuplicatesDialog.module.css'

const EXAMPLE_PATH = 'body.messages[-1].content'

/** Completions that are listed at once. */
const MOST_SHOWN = 100

export function FieldChoice(): JSX.Element {
  const { t } = useTranslator()
  const paths = useDuplicates((state) => state.paths)
  const known = useDuplicates((state) => state.known)
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<Message>()
  const wanted = text.trim().toLowerCase()
  const found = known
    .filter((path) => !paths.includes(path) && path.toLowerCase().includes(wanted))
    .slice(0, MOST_SHOWN)

  const add = (path: string): void => {
    if (path.trim() === '') return
    const fault = addField(path)
    setProblem(fault)
    if (!fault) setText('')
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    add(text)
  }
  return (
    <div className={styles['fields']}>
      {paths.length > 0 && (
        <ul className={styles['chosen']} aria-label={t(msg('Fields that lines are compared by'))}>
          {paths.map((path) => (
            <li key={path}>
              <code>{path}</code>
              <Button
                size="icon"
                aria-label={t(msg('Do not compare by {path}', { path }))}
                title={t(msg('Do not compare by {path}', { path }))}
                onClick={() => removeField(path)}
              >
                <X aria-hidden />
              </Button>
            </li>
          ))}
        </ul>
      )}
      <form className={styles['add']} onSubmit={submit}>
        <Autocomplete.Root
          items={found}
          filteredItems={found}
          openOnInputClick
          onOpenChange={usePopup()}
          value={text}
          onValueChange={(typed, { reason }) => {
            // A field that is pressed is taken, and the next one is typed.
            if (reason === 'item-press') return
            setText(typed)
            setProblem(undefined)
          }}
        >
          <Autocomplete.Input
            className={input['input']}
            aria-label={t(msg('Field to compare by'))}
            aria-invalid={problem ? true : undefined}
            aria-describedby="duplicates-field-problem"
            placeholder={EXAMPLE_PATH}
            spellCheck={false}
          />
          <Autocomplete.Portal>
            <Autocomplete.Positioner className={popup['positioner']} sideOffset={4} align="start">
              <Autocomplete.Popup
                className={[popup['menu'], styles['completions']].join(' ')}
                hidden={found.length === 0}
              >
                <Autocomplete.List aria-label={t(msg('Completions'))}>
                  {(path: string) => (
                    <Autocomplete.Item
                      key={path}
                      value={path}
                      className={popup['item']}
                      onClick={() => add(path)}
                    >
                      <code>{path}</code>
                    </Autocomplete.Item>
                  )}
                </Autocomplete.List>
              </Autocomplete.Popup>
            </Autocomplete.Positioner>
          </Autocomplete.Portal>
        </Autocomplete.Root>
        <Button type="submit" look="outlined">
          {t(msg('Add field'))}
        </Button>
      </form>
      <p id="duplicates-field-problem" role={problem && 'alert'} className={styles['problem']}>
        {problem && t(problem)}
      </p>
    </div>
  )
}
