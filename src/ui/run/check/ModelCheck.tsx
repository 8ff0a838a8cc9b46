// Whether the API offers the model of the file to this key, and for how long.
import { type JSX, useState } from 'react'
import type { DocumentFacts } from '../../../contracts/documentApi.ts'
import { msg } from '../../../i18n/message.ts'
import { checkModels } from '../../../state/batch/access.ts'
import { useBatch } from '../../../state/batch/batchStore.ts'
import { useTranslator } from '../../../state/language.ts'
import { Button } from '../../controls/Button.tsx'
import fields from '../fields.module.css'
import { StepMark } from '../StepMark.tsx'
import { useNow } from '../useNow.ts'
import { modelAnswer } from './modelAnswer.ts'
import styles from './ModelCheck.module.css'

export function ModelCheck({ facts }: { readonly facts: DocumentFacts }): JSX.Element {
  const { t, date } = useTranslator()
  const now = useNow()
  const models = useBatch((state) => state.models)
  const [isAsking, setIsAsking] = useState(false)
  const model = facts.columns.find(({ id }) => id === 'model')?.uniform
  const ask = async () => {
    if (isAsking) return
    setIsAsking(true)
    await checkModels()
    setIsAsking(false)
  }
  const answer = models && modelAnswer(model, models, now)
  return (
    <div className={styles['check']}>
      <div className={fields['actions']}>
        <Button size="small" look="outlined" onClick={() => void ask()}>
          {t(msg('Check models'))}
        </Button>
        <span className={styles['state']} role="status">
          {isAsking && t(msg('asking…'))}
        </span>
      </div>
      {answer && !isAsking && (
        <p className={styles['answer']} role="status">
          <StepMark mark={answer.mark} />
          <span>{t(answer.text(date))}</span>
        </p>
      )}
    </div>
  )
}
