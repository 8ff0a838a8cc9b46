// Whether the API offers the models of the requests to this key, and for how long.
import { type JSX, useMemo, useState } from 'react'
import type { DocumentFacts } from '../../../contracts/documentApi.ts'
import { type Message, msg } from '../../../i18n/message.ts'
import { checkModels } from '../../../state/batch/access.ts'
import { useBatch } from '../../../state/batch/batchStore.ts'
import type { ModelUse } from '../../../state/batch/modelUse.ts'
import { useTranslator } from '../../../state/language.ts'
import { Button } from '../../controls/Button.tsx'
import fields from '../fields.module.css'
import { hostOf } from '../stepLines.ts'
import { StepMark } from '../StepMark.tsx'
import { useNow } from '../useNow.ts'
import { MAX_JUDGED, type ModelAnswer, modelAnswers } from './modelAnswer.ts'
import styles from './ModelCheck.module.css'

export function ModelCheck({ facts }: { readonly facts: DocumentFacts }): JSX.Element {
  const { t } = useTranslator()
  const problem = useBatch((state) => state.modelsProblem)
  const [isAsking, setIsAsking] = useState(false)
  const ask = async () => {
    if (isAsking) return
    setIsAsking(true)
    await checkModels()
    setIsAsking(false)
  }
  return (
    <div className={styles['check']} aria-busy={isAsking}>
      <div className={fields['actions']}>
        <Button size="small" look="outlined" onClick={() => void ask()}>
          {t(msg('Check models'))}
        </Button>
        <span className={styles['state']} role="status">
          {isAsking && t(msg('asking…'))}
        </span>
      </div>
      {problem && !isAsking && (
        <p className={styles['problem']} role="alert">
          {t(problem)}
        </p>
      )}
      {!isAsking && <Answers facts={facts} />}
    </div>
  )
}

function Answers({ facts }: { readonly facts: DocumentFacts }): JSX.Element | null {
  const { t, date } = useTranslator()
  const now = useNow()
  const models = useBatch((state) => state.models)
  const counted = useBatch((state) => state.estimate.models)
  const baseUrl = useBatch((state) => state.access.baseUrl)
  const uses = useMemo(() => counted ?? uniformUse(facts), [counted, facts])
  const answers = useMemo(
    () => (models && uses ? modelAnswers(uses, { models, baseUrl, now }) : []),
    [uses, models, baseUrl, now],
  )
  if (!models) return null
  if (models.length === 0) {
    return (
      <Sentence
        mark="warning"
        text={msg(
          '{host} lists no models at all, so which ones it offers is not known. Try a line first.',
          { host: hostOf(baseUrl) },
        )}
      />
    )
  }
  if (!uses) {
    return (
      <Sentence
        mark="open"
        text={msg(
          'The lines do not all name the same model. Which ones they name is known when their tokens are counted. {count, plural, one {# model is} other {# models are}} available to this key.',
          { count: models.length },
        )}
      />
    )
  }
  const [only] = answers
  if (only && answers.length === 1) return <Sentence mark={only.mark} text={only.text(date)} />
  const good = answers.filter(({ mark }) => mark === 'done').length
  return (
    <>
      <Sentence
        mark={answers[0]?.mark ?? 'done'}
        text={msg(
          '{good, number} of {count, number} models are available to this key and stay so for a month at least.',
          { good, count: answers.length },
        )}
      />
      {/* It scrolls, which the keyboard can do only with the focus on it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <ul className={styles['list']} tabIndex={0} aria-label={t(msg('Models of the requests'))}>
        {answers.map((answer) => (
          <ModelItem key={answer.model ?? ''} answer={answer} />
        ))}
      </ul>
      {uses.length > answers.length && (
        <p className={styles['state']}>
          {t(
            msg('Only the {count, number} models that most lines name are looked up.', {
              count: MAX_JUDGED,
            }),
          )}
        </p>
      )}
    </>
  )
}

function Sentence({ mark, text }: { readonly mark: ModelAnswer['mark']; readonly text: Message }) {
  const { t } = useTranslator()
  return (
    <p className={styles['answer']} role="status" data-mark={mark}>
      <StepMark mark={mark} />
      <span>{t(text)}</span>
    </p>
  )
}

function ModelItem({ answer }: { readonly answer: ModelAnswer }): JSX.Element {
  const { t, date } = useTranslator()
  const { mark, model, requests, text } = answer
  return (
    <li className={styles['model']} data-model={model ?? ''} data-mark={mark}>
      <StepMark mark={mark} />
      <span className={styles['words']}>{t(text(date))}</span>
      {requests !== undefined && (
        <span className={styles['count']}>
          {t(msg('{count, plural, one {# line} other {# lines}}', { count: requests }))}
        </span>
      )}
    </li>
  )
}

/** The model that all lines name, before they were counted. */
function uniformUse(facts: DocumentFacts): readonly ModelUse[] | undefined {
  const model = facts.columns.find(({ id }) => id === 'model')?.uniform
  if (model === undefined) return undefined
  return [{ model: model === '' ? undefined : model, requests: undefined }]
}
