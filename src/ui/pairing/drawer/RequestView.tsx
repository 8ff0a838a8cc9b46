// What a request line asks: the settings that matter, and the conversation.
import type { JSX } from 'react'
import type { RequestReading, WantsJson } from '../../../pairing/requestReading.ts'
import { countOf, groupNumber } from '../../../state/formatNumber.ts'
import { Conversation } from './Conversation.tsx'
import { Fact, FoldedJson } from './Fact.tsx'
import styles from './PairDrawer.module.css'

export function RequestView({ reading }: { readonly reading: RequestReading }): JSX.Element {
  const { model, url, tokenLimit, wantsJson, inputCount, conversation } = reading
  return (
    <>
      <dl className={styles['facts']}>
        {model !== undefined && (
          <Fact title="Model">
            <code>{model}</code>
          </Fact>
        )}
        {url !== undefined && (
          <Fact title="Endpoint">
            <code>{url}</code>
          </Fact>
        )}
        {tokenLimit?.value !== undefined && (
          <Fact title="Token limit">{groupNumber(tokenLimit.value)}</Fact>
        )}
        {inputCount !== undefined && (
          <Fact title="Input">{countOf(inputCount, 'text')} to embed</Fact>
        )}
        {wantsJson && wantsJson.schema === undefined && <Fact title="Answer as">JSON</Fact>}
      </dl>
      {wantsJson && wantsJson.schema !== undefined && (
        <FoldedJson title={schemaTitle(wantsJson)} value={wantsJson.schema} />
      )}
      {conversation.length === 0 ? (
        <p className={styles['empty']}>There are no messages to show. ‘Raw’ has the whole line.</p>
      ) : (
        <Conversation messages={conversation} />
      )}
    </>
  )
}

function schemaTitle({ isStrict }: WantsJson): string {
  return isStrict ? 'Answer as JSON by a schema, strict' : 'Answer as JSON by a schema'
}
