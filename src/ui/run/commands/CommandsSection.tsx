// The same steps for a terminal, with the file and the endpoint that are open: for those whose key may not go
// into a browser, and for servers that answer no page.
import { type JSX, useId, useState } from 'react'
import { type Message, msg, verbatim } from '../../../i18n/message.ts'
import { useBatch } from '../../../state/batch/batchStore.ts'
import { commandsText } from '../../../state/batch/commands.ts'
import { useActive } from '../../../state/hooks.ts'
import { useTranslator } from '../../../state/language.ts'
import { CopyButton } from '../../controls/CopyButton.tsx'
import { RadioRow } from '../../export/RadioRow.tsx'
import fields from '../fields.module.css'
import styles from './CommandsSection.module.css'

type Language = Parameters<typeof commandsText>[0]

const languages: readonly { readonly language: Language; readonly title: Message }[] = [
  { language: 'curl', title: verbatim('curl') },
  { language: 'python', title: msg('Python, with the package openai') },
]

export function CommandsSection(): JSX.Element {
  const { t } = useTranslator()
  const id = useId()
  const [chosen, setChosen] = useState<Language>('curl')
  // What the text is made of.
  useActive((tab) => tab.name)
  useActive((tab) => tab.facts?.revision)
  useBatch((state) => state.access)
  const text = commandsText(chosen)
  return (
    <>
      <p className={styles['text']}>
        {t(
          msg(
            'Export the file first if it was edited. The key is read from the environment, so that it is in no command.',
          ),
        )}
      </p>
      <div role="radiogroup" aria-label={t(msg('Commands for'))} className={styles['choices']}>
        {languages.map(({ language, title }) => (
          <RadioRow
            key={language}
            group="run-commands"
            title={t(title)}
            isChecked={language === chosen}
            onCheck={() => setChosen(language)}
          />
        ))}
      </div>
      {/* It scrolls, which the keyboard can do only with the focus on it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre className={styles['code']} tabIndex={0} role="group" aria-labelledby={id}>
        {text}
      </pre>
      <span id={id} className="visuallyHidden">
        {t(msg('Commands'))}
      </span>
      <div className={fields['actions']}>
        <CopyButton text={text} label={t(msg('Copy'))} hasLabel />
      </div>
    </>
  )
}
