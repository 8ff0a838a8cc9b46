// What an answer line says: how it went, and the answer in the manner of the request's messages.
import { CircleX, TriangleAlert } from 'lucide-react'
import { type JSX, useState } from 'react'
import { msg } from '../../../i18n/message.ts'
import type { Answer } from '../../../pairing/answerReading.ts'
import type { AnswerSide } from '../../../contracts/pairingApi.ts'
import { useTranslator } from '../../../state/language.ts'
import { Fact } from './Fact.tsx'
import { LongText } from '../../conversation/LongText.tsx'
import conversation from '../../conversation/Conversation.module.css'
import styles from './PairDrawer.module.css'
import { embeddingsText, moderationText, usageText } from './pairMessages.ts'
import { Parts } from '../../conversation/PartView.tsx'
import { RadioChoice } from './RadioChoice.tsx'

export interface AnswerViewProps {
  readonly reading: NonNullable<AnswerSide['reading']>
  readonly findings: AnswerSide['findings']
}

export function AnswerView({ reading, findings }: AnswerViewProps): JSX.Element {
  const { t, rich } = useTranslator()
  const { isSuccess, errorCode, errorMessage, answers } = reading
  return (
    <>
      {!isSuccess && (
        <div className={styles['failure']}>
          <CircleX aria-hidden />
          <div>
            <b>
              {rich(
                msg('Failed: <code>{errorCode}</code>', { errorCode: errorCode ?? msg('no code') }),
                {
                  code: (words) => <code key="code">{words}</code>,
                },
              )}
            </b>
            {errorMessage !== undefined && <LongText text={errorMessage} />}
          </div>
        </div>
      )}
      {findings.map(({ reason, message }) => (
        <p key={reason} className={styles['finding']}>
          <TriangleAlert aria-hidden />
          <span>
            <span className="visuallyHidden">{t(msg('Not usable:'))} </span>
            {t(message)}
          </span>
        </p>
      ))}
      <AnswerFacts reading={reading} />
      {answers.length > 0 ? (
        <Answers answers={answers} />
      ) : (
        isSuccess && <p className={styles['empty']}>{t(msg('The line has no answer to show.'))}</p>
      )}
    </>
  )
}

function AnswerFacts({ reading }: Pick<AnswerViewProps, 'reading'>): JSX.Element {
  const { t } = useTranslator()
  const { status, model, usage, requestId } = reading
  return (
    <dl className={styles['facts']}>
      {status !== undefined && (
        <Fact title={t(msg('HTTP status'))}>
          {status === 0 ? t(msg('0, no connection')) : status}
        </Fact>
      )}
      {model !== undefined && (
        <Fact title={t(msg('Model'))}>
          <code>{model}</code>
        </Fact>
      )}
      {usage && <Fact title={t(msg('Tokens'))}>{t(usageText(usage))}</Fact>}
      {requestId !== undefined && (
        <Fact title={t(msg('Request id'))}>
          <code>{requestId}</code>
        </Fact>
      )}
    </dl>
  )
}

/** Several when the request asked for several. */
function Answers({ answers }: { readonly answers: readonly Answer[] }): JSX.Element {
  const { t, number } = useTranslator()
  const [chosen, setChosen] = useState(0)
  const index = Math.min(chosen, answers.length - 1)
  const answer = answers[index] as Answer
  return (
    <>
      {answers.length > 1 && (
        <div className={styles['choices']}>
          <span aria-hidden>{t(msg('Choice'))}</span>
          <RadioChoice
            label={t(msg('Choice'))}
            options={answers.map((_, value) => ({ value, title: number(value + 1) }))}
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
  const translator = useTranslator()
  const { t, rich } = translator
  const { parts, embeddings, moderation, finishReason } = answer
  const isSilent = parts.length === 0 && !embeddings && !moderation
  return (
    <div className={conversation['message']} data-role="assistant">
      <p className={conversation['role']}>
        {embeddings
          ? t(msg('embeddings'))
          : moderation
            ? t(msg('moderation'))
            : t(msg('assistant'))}
        {finishReason !== undefined && (
          <span className={conversation['finish']}>
            {' '}
            {rich(msg('finish reason <code>{finishReason}</code>', { finishReason }), {
              code: (words) => <code key="code">{words}</code>,
            })}
          </span>
        )}
      </p>
      {embeddings && <p>{embeddingsText(embeddings, translator)}</p>}
      {moderation && <p>{t(moderationText(moderation))}</p>}
      {isSilent && <p className={styles['empty']}>{t(msg('No content'))}</p>}
      <Parts parts={parts} isJsonShown />
    </div>
  )
}
