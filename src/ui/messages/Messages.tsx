// What the app says in passing, above everything else, dialogs included.
import { CircleAlert, CircleCheck, X } from 'lucide-react'
import type { JSX } from 'react'
import { msg } from '../../i18n/message.ts'
import { dismissMessage } from '../../state/actions/messages.ts'
import { useApp } from '../../state/hooks.ts'
import { useTranslator } from '../../state/language.ts'
import type { UserMessage } from '../../state/store.ts'
import { Button } from '../controls/Button.tsx'
import styles from './Messages.module.css'

export function Messages(): JSX.Element {
  const messages = useApp((state) => state.messages)
  // aria-live also keeps an open dialog from hiding the messages from screen readers.
  return (
    <div className={styles['stack']} aria-live="polite" aria-relevant="additions">
      {messages.map((message) => (
        <MessageCard key={message.id} message={message} />
      ))}
    </div>
  )
}

function MessageCard({ message }: { readonly message: UserMessage }): JSX.Element {
  const { t } = useTranslator()
  const { id, kind, text, action } = message
  const Icon = kind === 'alert' ? CircleAlert : CircleCheck
  return (
    <div className={styles['card']} data-kind={kind}>
      <Icon className={styles['icon']} aria-hidden />
      <p role={kind} className={styles['text']}>
        {t(text)}
      </p>
      {action && (
        <Button
          size="small"
          look="outlined"
          aria-label={t(msg('{label}: {text}', { label: action.label, text }))}
          onClick={() => {
            dismissMessage(id)
            action.run()
          }}
        >
          {t(action.label)}
        </Button>
      )}
      <Button size="icon" aria-label={t(msg('Dismiss message'))} onClick={() => dismissMessage(id)}>
        <X aria-hidden />
      </Button>
    </div>
  )
}
