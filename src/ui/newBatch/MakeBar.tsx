// The two ways out, and how far the file is while it is made.
import { Download, FileCheck } from 'lucide-react'
import type { JSX } from 'react'
import { msg } from '../../i18n/message.ts'
import { useTranslator } from '../../state/language.ts'
import { cancelMaking, openAsDocument, saveToFile } from '../../state/newBatch/make.ts'
import { type NewBatchState, useNewBatch } from '../../state/newBatch/newBatchStore.ts'
import { progressText } from '../../state/progressText.ts'
import { providerOf } from '../../templates/forms/endpointForms.ts'
import { Button } from '../controls/Button.tsx'
import { ProgressBar } from '../controls/ProgressBar.tsx'
import { problemsOf } from './countProblems.ts'
import styles from './MakeBar.module.css'

export function MakeBar(): JSX.Element {
  const { t } = useTranslator()
  const making = useNewBatch((state) => state.making)
  const problem = useNewBatch((state) => state.problem)
  const canMake = useNewBatch(isPossible)
  const isOpenAi = useNewBatch(({ endpoint }) => providerOf(endpoint).id === 'openai')
  return (
    <footer className={styles['bar']} data-make-bar>
      {problem && (
        <p role="alert" className={styles['problem']}>
          {t(problem)}
        </p>
      )}
      {making ? (
        <Making />
      ) : (
        <div className={styles['ways']}>
          <Button look="primary" disabled={!canMake} onClick={() => void openAsDocument()}>
            <FileCheck aria-hidden />
            {t(msg('Open as document'))}
          </Button>
          <Button look="outlined" disabled={!canMake} onClick={() => void saveToFile()}>
            <Download aria-hidden />
            {t(msg('Save to file'))}
          </Button>
          <span className={styles['note']}>
            {t(
              isOpenAi
                ? msg('The document is validated like any other, and can be run from there.')
                : msg('The document is validated like any other.'),
            )}
          </span>
        </div>
      )}
    </footer>
  )
}

/** There are rows, and nothing known stops it. */
function isPossible(state: NewBatchState): boolean {
  const { rows } = state
  return (
    rows.state === 'ready' &&
    (rows.facts?.rows ?? 0) > 0 &&
    !problemsOf(state).some(({ stops }) => stops)
  )
}

function Making(): JSX.Element {
  const { t } = useTranslator()
  const progress = useNewBatch((state) => state.making?.progress)
  const text = progressText(progress)
  return (
    <div className={styles['making']}>
      <ProgressBar
        label={t(msg('Making the batch'))}
        done={progress?.done ?? 0}
        total={progress?.total ?? 0}
        valueText={text && t(text)}
      />
      <Button size="small" onClick={cancelMaking}>
        {t(msg('Cancel'))}
      </Button>
    </div>
  )
}
