// To the panel that runs batches. It leads there and never back: the panel has its own way out.
import { Play } from 'lucide-react'
import type { JSX } from 'react'
import { msg } from '../../i18n/message.ts'
import { withBatch } from '../../state/batch/withBatch.ts'
import { useApp } from '../../state/hooks.ts'
import { useTranslator } from '../../state/language.ts'
import { Button } from '../controls/Button.tsx'
import { RUN_BUTTON_ID } from '../controls/focusField.ts'
import styles from './Toolbar.module.css'

export function RunButton(): JSX.Element {
  const { t } = useTranslator()
  const isOpen = useApp((state) => state.isRunOpen)
  return (
    <Button
      id={RUN_BUTTON_ID}
      className={`${styles['wideOnly']} ${styles['run']}`}
      aria-expanded={isOpen}
      title={t(msg('Send the requests to an API as a batch, with your own key'))}
      onClick={() => void withBatch((batch) => batch.openRunPanel())}
    >
      <Play aria-hidden />
      {t(msg('Run'))}
    </Button>
  )
}
