// At the foot of the panel, whichever step is open: what would be sent, and the button that sends it. What is
// missing leads to its step. While parts of the document in front are uploaded, how far that is.
import { type JSX, useState } from 'react'
import type { DocumentFacts } from '../../../contracts/documentApi.ts'
import { type Message, msg } from '../../../i18n/message.ts'
import { type Run, useBatch } from '../../../state/batch/batchStore.ts'
import type { Refusal } from '../../../state/batch/estimate.ts'
import { showStep } from '../../../state/batch/panel.ts'
import { cancelUpload, earlierFile, uploadAndStart } from '../../../state/batch/send.ts'
import { useActive } from '../../../state/hooks.ts'
import { useTranslator } from '../../../state/language.ts'
import { progressText } from '../../../state/progressText.ts'
import type { DocumentKey } from '../../../state/store.ts'
import { Button } from '../../controls/Button.tsx'
import { ProgressBar } from '../../controls/ProgressBar.tsx'
import { findBlocker } from '../blockers.ts'
import { isOver } from '../follow/runSummary.ts'
import { hostOf } from '../stepLines.ts'
import styles from './SendBar.module.css'
import { hasBadRows, optionsOf, refusalsOf, type SendForm } from './sendForm.ts'
import { sendSentence } from './sendSentence.ts'
import { outgoingPart, uploadingRun } from './uploading.ts'

export interface SendBarProps {
  readonly facts: DocumentFacts | undefined
  readonly refusals: readonly Refusal[]
  readonly form: SendForm
  /** No open step has something else to do first. */
  readonly isNext: boolean
}

export function SendBar(props: SendBarProps): JSX.Element {
  const documentKey = useActive((tab) => tab.key)
  const uploading = useBatch(({ runs }) => uploadingRun(runs, documentKey))
  return (
    <div className={styles['bar']} data-panel-foot>
      {uploading ? <Uploading run={uploading} /> : <Sending {...props} />}
    </div>
  )
}

/** A batch was made of the document, of what it is now or was before. */
function isSentOf(run: Run, documentKey: DocumentKey): boolean {
  return run.documentKey === documentKey && run.parts.some(({ batch }) => batch !== undefined)
}

/** `time`: when it was sent. */
function sentAgain(run: Run, time: string): Message {
  return isOver(run)
    ? msg('It was sent before: {time}. A second batch is billed as well.', { time })
    : msg('It is running already, since {time}.', { time })
}

function Sending({ facts, refusals, form, isNext }: SendBarProps): JSX.Element {
  const translator = useTranslator()
  const { t, date } = translator
  const documentKey = useActive((tab) => tab.key)
  const sentBefore = useBatch(({ runs }) => runs.find((run) => isSentOf(run, documentKey)))
  const access = useBatch((state) => state.access)
  const checks = useBatch((state) => state.checks)
  const insists = useBatch((state) => state.insists)
  const estimate = useBatch((state) => state.estimate)
  /** Said when it was pressed in vain, and as long as it is so. */
  const [isTold, setIsTold] = useState(false)
  const [isBusy, setIsBusy] = useState(false)
  const hasEarlier = estimate.state === 'done' && earlierFile() !== undefined
  const blocker = findBlocker({
    state: { access, checks, insists },
    facts,
    refusals: refusalsOf(refusals, form.selection).length,
    hasBadOptions: hasBadRows(form),
  })
  const send = async () => {
    setIsBusy(true)
    await uploadAndStart(optionsOf(form, hasEarlier))
    setIsBusy(false)
  }
  const press = () => {
    if (isBusy) return
    setIsTold(blocker !== undefined)
    if (blocker?.step) showStep(blocker.step)
    if (!blocker) void send()
  }
  return (
    <>
      {isTold && blocker && (
        <p role="alert" className={styles['problem']}>
          {t(blocker.text)}
        </p>
      )}
      {facts && (
        <p className={styles['sentence']}>
          {t(
            sendSentence(
              {
                facts,
                estimate,
                selection: form.selection,
                host: hostOf(access.baseUrl),
                usesEarlier: hasEarlier && form.useEarlier,
              },
              translator,
            ),
          )}
        </p>
      )}
      {sentBefore && (
        <p className={styles['again']}>
          {t(
            sentAgain(
              sentBefore,
              date(sentBefore.startedAt, { dateStyle: 'medium', timeStyle: 'short' }),
            ),
          )}
        </p>
      )}
      <Button look={isNext && !blocker && !sentBefore ? 'primary' : 'outlined'} onClick={press}>
        {t(msg('Upload and start'))}
      </Button>
    </>
  )
}

function Uploading({ run }: { readonly run: Run }): JSX.Element {
  const { t } = useTranslator()
  const { fileName, parts } = run
  const part = outgoingPart(run)
  const title =
    parts.length > 1
      ? msg('Uploading part {part, number} of {count, number} of {name}', {
          part: (part?.index ?? 0) + 1,
          count: parts.length,
          name: fileName,
        })
      : msg('Uploading {name}', { name: fileName })
  const text = part?.state === 'starting' ? msg('Starting…') : progressText(part?.progress)
  return (
    <>
      <p className={styles['sentence']}>{t(title)}</p>
      <div className={styles['progress']}>
        <ProgressBar
          label={t(title)}
          done={part?.progress?.done ?? 0}
          total={part?.progress?.total ?? 0}
          valueText={text && t(text)}
        />
        <span className={styles['amount']}>{text && t(text)}</span>
        {part?.state === 'uploading' && (
          <Button look="outlined" onClick={() => cancelUpload(run.id)}>
            {t(msg('Cancel'))}
          </Button>
        )}
      </div>
    </>
  )
}
