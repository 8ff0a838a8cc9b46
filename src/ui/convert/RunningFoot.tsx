// The foot of a dialog while it converts: how far it is, and a way to stop it.
import { type JSX, useEffect, useRef } from 'react'
import { msg } from '../../i18n/message.ts'
import type { RunningConversion } from '../../state/conversion/dialogJob.ts'
import { useTranslator } from '../../state/language.ts'
import { progressText } from '../../state/progressText.ts'
import { Button } from '../controls/Button.tsx'
import { ProgressBar } from '../controls/ProgressBar.tsx'
import styles from './ConvertDialog.module.css'

export interface RunningFootProps {
  /** Of what is converted. */
  readonly name: string
  readonly running: NonNullable<RunningConversion['running']>
  readonly onCancel: () => void
}

export function RunningFoot({ name, running, onCancel }: RunningFootProps): JSX.Element {
  const { t } = useTranslator()
  const { done, total } = running.progress ?? { done: 0, total: 0 }
  const valueText = progressText(running.progress)
  const cancel = useRef<HTMLButtonElement>(null)
  // The button that began it is gone, and the focus was on it.
  useEffect(() => cancel.current?.focus(), [])
  return (
    <>
      <ProgressBar
        label={t(msg('Converting {name}', { name }))}
        done={done}
        total={total}
        valueText={valueText && t(valueText)}
      />
      <span className={styles['progress']}>{valueText && t(valueText)}</span>
      <Button ref={cancel} look="outlined" onClick={onCancel}>
        {t(msg('Cancel'))}
      </Button>
    </>
  )
}
