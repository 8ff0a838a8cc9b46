// A request's messages in order.
import type { JSX } from 'react'
import { msg } from '../../../i18n/message.ts'
import type { Message } from '../../../pairing/conversation.ts'
import { useTranslator } from '../../../state/language.ts'
import { MoreList } from '../../controls/MoreList.tsx'
import styles from './PairDrawer.module.css'
import { Parts } from './PartView.tsx'

/** Messages that are shown at first. */
const FIRST = 50

export function Conversation({ messages }: { readonly messages: readonly Message[] }): JSX.Element {
  const { t } = useTranslator()
  return (
    <MoreList items={messages} first={FIRST} className={styles['messages']}>
      {({ role, parts }, i) => (
        <li key={i} className={styles['message']} data-role={role}>
          <p className={styles['role']}>{role}</p>
          {parts.length === 0 && <p className={styles['empty']}>{t(msg('No content'))}</p>}
          <Parts parts={parts} isJsonShown={role === 'tool' || role === 'assistant'} />
        </li>
      )}
    </MoreList>
  )
}
