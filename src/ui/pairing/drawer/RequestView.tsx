// What a request line asks: the settings that matter, and the conversation.
import type { JSX } from 'react'
import { type Message, msg } from '../../../i18n/message.ts'
import type { RequestReading, WantsJson } from '../../../pairing/requestReading.ts'
import { useTranslator } from '../../../state/language.ts'
import { Conversation } from '../../conversation/Conversation.tsx'
import { Fact, FoldedJson } from './Fact.tsx'
import styles from './PairDrawer.module.css'

export function RequestView({ reading }: { readonly reading: RequestReading }): JSX.Element {
  const { t, number } = useTranslator()
  const { model, url, tokenLimit, wantsJson, inputCount, conversation } = reading
  return (
    <>
      <dl className={styles['facts']}>
        {model !== undefined && (
          <Fact title={t(msg('Model'))}>
            <code>{model}</code>
          </Fact>
        )}
        {url !== undefined && (
          <Fact title={t(msg('Endpoint'))}>
            <code>{url}</code>
          </Fact>
        )}
        {tokenLimit?.value !== undefined && (
          <Fact title={t(msg('Token limit'))}>{number(tokenLimit.value)}</Fact>
        )}
        {inputCount !== undefined && (
          <Fact title={t(msg('Input'))}>
            {t(
              msg('{count, plural, one {# text} other {# texts}} to embed', { count: inputCount }),
            )}
          </Fact>
        )}
        {wantsJson && wantsJson.schema === undefined && (
          <Fact title={t(msg('Answer as'))}>{t(msg('JSON'))}</Fact>
        )}
      </dl>
      {wantsJson && wantsJson.schema !== undefined && (
        <FoldedJson title={t(schemaTitle(wantsJson))} value={wantsJson.schema} />
      )}
      {conversation.length === 0 ? (
        <p className={styles['empty']}>
          {t(msg('There are no messages to show. ‘Raw’ has the whole line.'))}
        </p>
      ) : (
        <Conversation messages={conversation} />
      )}
    </>
  )
}

function schemaTitle({ isStrict }: WantsJson): Message {
  return isStrict ? msg('Answer as JSON by a schema, strict') : msg('Answer as JSON by a schema')
}
