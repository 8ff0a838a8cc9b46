// What an answer line says: how it went, and the answer in the manner of the request's messages.
import { CircleX, TriangleAlert } from 'lucide-react'
import { type JSX, useState } from 'react'
import type { Answer } from '../../../pairing/answerReading.ts'
import type { AnswerSide } from '../../../contracts/pairingApi.ts'
import { Fact } from './Fact.tsx'
import { LongText } from './LongText.tsx'
import styles from './PairDrawer.module.css'
import { embeddingsText, moderationText, usageText } from './pairMessages.ts'
import { Parts } from './PartView.tsx'
import { RadioChoice } from './RadioChoice.tsx'

export interface AnswerViewProps {
  readonly reading: NonNullable<AnswerSide['reading']>
  readonly findings: AnswerSide['findings']
}

export function AnswerView({ reading, findings }: AnswerViewProps): JSX.Element {
  const { isSuccess, errorCode, errorMessage, answers } = reading
  return (
    <>
      {!isSuccess && (
        <div className={styles['failure']}>
          <CircleX aria-hidden />
          <div>
            <b>
              Failed: <code>{errorCode ?? 'no code'}</code>
            </b>
            {errorMessage !== undefined && <LongText text={errorMessage} />}
          </div>
        </div>
      )}
      {findings.map(({ reason, message }) => (
        <p key={reason} className={styles['finding']}>
          <TriangleAlert aria-hidden />
          <span>
            <span className="visuallyHidden">Not usable: </span>
            {message}
          </span>
        </p>
      ))}
      <AnswerFacts reading={reading} />
      {answers.length > 0 ? (
        <Answers answers={answers} />
      ) : (
        isSuccess && <p className={styles['empty']}>The line has no answer to show.</p>
      )}
    </>
  )
}

function AnswerFacts({ reading }: Pick<AnswerViewProps, 'reading'>): JSX.Element {
  const { status, model, usage, requestId } = reading
  return (
    <dl className={styles['facts']}>
      {status !== undefined && (
        <Fact title="HTTP status">{status === 0 ? '0, no connection' : status}</Fact>
      )}
      {model !== undefined && (
        <Fact title="Model">
          <code>{model}</code>
        </Fact>
      )}
      {usage && <Fact title="Tokens">{usageText(usage)}</Fact>}
      {requestId !== undefined && (
        <Fact title="Request id">
          <code>{requestId}</code>
        </Fact>
      )}
    </dl>
  )
}

/** Several when the request asked for several. */
function Answers({ answers }: { readonly answers: readonly Answer[] }): JSX.Element {
  const [chosen, setChosen] = useState(0)
  const index = Math.min(chosen, answers.length - 1)
  const answer = answers[index] as Answer
  return (
    <>
      {answers.length > 1 && (
        <div className={styles['choices']}>
          <span aria-hidden>Choice</span>
          <RadioChoice
            label="Choice"
            options={answers.map((_, value) => ({ value, title: String(value + 1) }))}
            value={index}
            onChange={setChosen}
          />
        </div>
      )}
      <OneAnswer key={index} answer={answer} />
    </>
  )
}

function OneAnswer({ answer }: { readonly answer: Answer }): JSX.Element {
  const { parts, embeddings, moderation, finishReason } = answer
  const isSilent = parts.length === 0 && !embeddings && !moderation
  return (
    <div className={styles['message']} data-role="assistant">
      <p className={styles['role']}>
        {embeddings ? 'embeddings' : moderation ? 'moderation' : 'assistant'}
        {finishReason !== undefined && (
          <span className={styles['finish']}>
            {' '}
            finish reason <code>{finishReason}</code>
          </span>
        )}
      </p>
      {embeddings && <p>{embeddingsText(embeddings)}</p>}
      {moderation && <p>{moderationText(moderation)}</p>}
      {isSilent && <p className={styles['empty']}>No content</p>}
      <Parts parts={parts} isJsonShown />
    </div>
  )
}
