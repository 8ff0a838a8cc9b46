// Templates of this device: to keep the present one under a name, to use one, and as a file.
import { Trash2 } from 'lucide-react'
import {
  type ChangeEvent,
  type FormEvent,
  type JSX,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react'
import { msg, verbatim } from '../../i18n/message.ts'
import { useTranslator } from '../../state/language.ts'
import {
  applyTemplate,
  exportTemplates,
  forgetTemplate,
  importTemplates,
  keepTemplate,
  showKept,
} from '../../state/newBatch/keptTemplates.ts'
import { useNewBatch } from '../../state/newBatch/newBatchStore.ts'
import { formOf } from '../../templates/forms/endpointForms.ts'
import { Button } from '../controls/Button.tsx'
import fields from './fields.module.css'
import styles from './KeptTemplates.module.css'

export function KeptTemplates(): JSX.Element {
  const { t } = useTranslator()
  const kept = useNewBatch((state) => state.kept)
  useEffect(() => void showKept(), [])
  return (
    <details className={fields['more']}>
      <summary>{t(msg('Kept templates'))}</summary>
      <div className={styles['body']}>
        <ul aria-label={t(msg('Kept templates'))}>
          {kept.map((template) => (
            <li key={template.name} className={styles['entry']}>
              <button
                type="button"
                className={styles['use']}
                onClick={() => applyTemplate(template)}
              >
                {template.name}{' '}
                <small>{t(formOf(template.endpoint).title ?? verbatim(template.endpoint))}</small>
              </button>
              <Button
                size="icon"
                aria-label={t(msg('Delete the template {name}', { name: template.name }))}
                onClick={() => void forgetTemplate(template.name)}
              >
                <Trash2 aria-hidden />
              </Button>
            </li>
          ))}
        </ul>
        <KeepForm />
        <FileButtons hasAny={kept.length > 0} />
      </div>
    </details>
  )
}

function KeepForm(): JSX.Element {
  const { t } = useTranslator()
  const id = useId()
  const [name, setName] = useState('')
  const keep = (submit: FormEvent) => {
    submit.preventDefault()
    if (name.trim() === '') return
    void keepTemplate(name.trim())
    setName('')
  }
  return (
    <form className={styles['keep']} onSubmit={keep}>
      <label className={fields['label']} htmlFor={id}>
        {t(msg('Name of the template'))}
      </label>
      <input
        id={id}
        className={fields['input']}
        type="text"
        autoComplete="off"
        value={name}
        onChange={(typed) => setName(typed.target.value)}
      />
      <Button type="submit" look="outlined" disabled={name.trim() === ''}>
        {t(msg('Keep on this device'))}
      </Button>
    </form>
  )
}

function FileButtons({ hasAny }: { readonly hasAny: boolean }): JSX.Element {
  const { t } = useTranslator()
  const picker = useRef<HTMLInputElement>(null)
  const take = (changed: ChangeEvent<HTMLInputElement>) => {
    const input = changed.currentTarget
    const [file] = input.files ?? []
    if (file) void importTemplates(file)
    input.value = ''
  }
  return (
    <div className={styles['files']}>
      <Button size="small" disabled={!hasAny} onClick={exportTemplates}>
        {t(msg('Export templates'))}
      </Button>
      <Button size="small" onClick={() => picker.current?.click()}>
        {t(msg('Import templates'))}
      </Button>
      <input
        ref={picker}
        type="file"
        accept=".json"
        hidden
        aria-label={t(msg('File of templates'))}
        onChange={take}
      />
    </div>
  )
}
