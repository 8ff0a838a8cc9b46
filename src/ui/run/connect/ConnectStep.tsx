// The first step: the key, the address, and whether the browser may make the calls of a run.
import { type JSX, useRef } from 'react'
import { type Message, msg } from '../../../i18n/message.ts'
import { checkConnection } from '../../../state/batch/access.ts'
import { useBatch } from '../../../state/batch/batchStore.ts'
import { insist, showStep } from '../../../state/batch/panel.ts'
import { useTranslator } from '../../../state/language.ts'
import { Button } from '../../controls/Button.tsx'
import { isGood } from '../blockers.ts'
import fields from '../fields.module.css'
import styles from '../RunPanel.module.css'
import { hostOf } from '../stepLines.ts'
import { TickBox } from '../TickBox.tsx'
import { BaseUrlFields } from './BaseUrlFields.tsx'
import { CheckResults } from './CheckResults.tsx'
import { KeyField } from './KeyField.tsx'

export function ConnectStep(): JSX.Element {
  const { t } = useTranslator()
  const baseUrl = useBatch((state) => state.access.baseUrl)
  const checks = useBatch((state) => state.checks)
  const isChecking = useBatch((state) => state.isChecking)
  const insists = useBatch((state) => state.insists.connection)
  const isChecked = checks.length > 0 && !isChecking
  const isAllGood = isChecked && checks.every(isGood)
  const typed = useRef<HTMLDivElement>(null)
  const check = () => {
    // The button stays where it is while it works, and keeps the focus.
    if (isChecking) return
    // What is wrong was not taken over: the check would be of what stood there before.
    const wrong = typed.current?.querySelector<HTMLElement>('[aria-invalid="true"]')
    if (wrong) wrong.focus()
    else void checkConnection()
  }
  return (
    <>
      <div ref={typed}>
        <KeyField />
        <BaseUrlFields />
      </div>
      <p className={styles['text']}>{t(promise(hostOf(baseUrl)))}</p>
      <div className={fields['actions']}>
        <Button look={isAllGood ? 'outlined' : 'primary'} onClick={check}>
          {t(msg('Check the connection'))}
        </Button>
        {isChecked && (isAllGood || insists) && (
          <Button look="primary" onClick={() => showStep('check')}>
            {t(msg('Go on'))}
          </Button>
        )}
      </div>
      <CheckResults />
      {isChecked && !isAllGood && (
        <TickBox
          title={t(msg('Go on although the check failed'))}
          isChecked={insists}
          onCheck={(isChecked) => insist('connection', isChecked)}
        />
      )}
    </>
  )
}

function promise(host: string): Message {
  return msg(
    'The key stays in the memory of this tab and goes from your browser to {host}, nowhere else. The check makes four small requests; nothing of your file is sent before you press “Try first” or “Upload and start”.',
    { host },
  )
}
