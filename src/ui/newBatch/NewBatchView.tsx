// The screen on which a batch is made: at the left what it is made from and the template, at the right what
// comes of them, and at the foot the two ways out.
import { X } from 'lucide-react'
import { type JSX, useEffect, useRef } from 'react'
import { msg } from '../../i18n/message.ts'
import { useTranslator } from '../../state/language.ts'
import { suggestModels } from '../../state/newBatch/refresh.ts'
import { useNewBatch } from '../../state/newBatch/newBatchStore.ts'
import { closeNewBatch } from '../../state/newBatch/openNewBatch.ts'
import { Button } from '../controls/Button.tsx'
import { useEscape } from '../controls/useEscape.ts'
import { countProblems } from './countProblems.ts'
import { MakeBar } from './MakeBar.tsx'
import styles from './NewBatchView.module.css'
import { RequestsSide } from './RequestsSide.tsx'
import { RowsSection } from './RowsSection.tsx'
import { TemplateSection } from './TemplateSection.tsx'

export function NewBatchView(): JSX.Element {
  const { t } = useTranslator()
  const region = useRef<HTMLElement>(null)
  const requests = useNewBatch(({ check }) => check?.requests ?? 0)
  const problems = useNewBatch(countProblems)
  useEscape(region, closeNewBatch)
  useEffect(() => {
    void suggestModels()
    region.current?.querySelector('textarea')?.focus()
  }, [])

  return (
    <section
      ref={region}
      className={styles['view']}
      aria-label={t(msg('New batch'))}
      data-requests={requests}
      data-problems={problems}
      data-focus-home
      tabIndex={-1}
    >
      <header className={styles['header']}>
        <h1>{t(msg('New batch'))}</h1>
        <p>{t(msg('Requests for the Batch API, made of your prompts on this device.'))}</p>
        <Button
          size="icon"
          aria-label={t(msg('Close'))}
          title={t(msg('Close (Escape)'))}
          onClick={closeNewBatch}
        >
          <X aria-hidden />
        </Button>
      </header>
      <div className={styles['sides']}>
        <div className={styles['form']}>
          <RowsSection />
          <TemplateSection />
        </div>
        <RequestsSide />
      </div>
      <MakeBar />
    </section>
  )
}
