// Messages in order.
import type { JSX } from 'react'
import { msg } from '../../i18n/message.ts'
import type { Message } from '../../pairing/conversation.ts'
import { useTranslator } from '../../state/language.ts'
import { MoreList } from '../controls/MoreList.tsx'
import styles from './Conversation.module.css'
import { Parts } from './PartView.tsx'

/** Messages that are shown at first. */
const FIRST = 50

/** Messages that come with each press: one may hold many texts. */
const STEP = 200

export interface ConversationProps {
  readonly messages: readonly (Message & { readonly finishReason?: string })[]
}

export function Conversation({ messages }: ConversationProps): JSX.Element {
  const { t, rich } = useTranslator()
  return (
    <MoreList items={messages} first={FIRST} step={STEP} className={styles['messages']}>
      {({ role, parts, finishReason }, i) => (
        <li key={i} className={styles['message']} data-role={role}>
          <p className={styles['role']}>
            <bdi>{role}</bdi>
            {finishReason !== undefined && (
              <span className={styles['finish']}>
                {' '}
                {rich(msg('finish reason <code>{finishReason}</code>', { finishReason }), {
                  code: (words) => <code key="code">{words}</code>,
                })}
              </span>
            )}
          </p>
          {parts.length === 0 && <p className={styles['empty']}>{t(msg('No content'))}</p>}
          <Parts parts={parts} isJsonShown={role === 'tool' || role === 'assistant'} />
        </li>
      )}
    </MoreList>
  )
}
