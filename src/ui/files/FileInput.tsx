// The file input of the page: the way in for browsers without file handles.
import type { ChangeEvent, JSX } from 'react'
import { msg } from '../../i18n/message.ts'
import { useTranslator } from '../../state/language.ts'
import { setFileInput, takeChosen } from './chooseFiles.ts'

/** Not displayed: the button 'Open files' stands for it. */
export function FileInput(): JSX.Element {
  const { t } = useTranslator()
  function handleChange(changed: ChangeEvent<HTMLInputElement>): void {
    const input = changed.currentTarget
    takeChosen([...(input.files ?? [])].map((file) => ({ file })))
    // Choosing the same file again must count as a change.
    input.value = ''
  }

  return (
    <input
      ref={setFileInput}
      type="file"
      multiple
      hidden
      aria-label={t(msg('Open files'))}
      onChange={handleChange}
    />
  )
}
