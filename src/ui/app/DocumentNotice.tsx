// Above the table: what happened to the file or its worker, and what can be done about it.
import type { JSX } from 'react'
import { msg } from '../../i18n/message.ts'
import { closeDocument } from '../../state/actions/documents.ts'
import { keepWorking } from '../../state/actions/fileCheck.ts'
import { reload, reopenWithEdits } from '../../state/actions/reading.ts'
import { sourceOf } from '../../state/clients.ts'
import { useTranslator } from '../../state/language.ts'
import type { DocumentTab } from '../../state/store.ts'
import { Button } from '../controls/Button.tsx'
import { chooseFiles } from '../files/chooseFiles.ts'
import { Notice } from '../controls/Notice.tsx'

export function DocumentNotice({ tab }: { readonly tab: DocumentTab }): JSX.Element | null {
  const { t } = useTranslator()
  const { crash, facts, fileProblem, key, readFailure } = tab
  if (crash !== undefined) {
    return (
      <Notice text={t(crash)}>
        <Button look="primary" onClick={() => void reopenWithEdits(key)}>
          {t(msg('Open again with my edits'))}
        </Button>
        <Button onClick={() => closeDocument(key)}>{t(msg('Close document'))}</Button>
      </Notice>
    )
  }
  if (readFailure !== undefined) {
    return (
      <Notice text={t(readFailure)}>
        <Reload tab={tab} />
        <Button onClick={() => closeDocument(key)}>{t(msg('Close document'))}</Button>
      </Notice>
    )
  }
  if (fileProblem !== undefined) {
    return (
      <Notice text={t(fileProblem)}>
        <Reload tab={tab} />
        <Button onClick={() => keepWorking(key)}>{t(msg('Keep working'))}</Button>
      </Notice>
    )
  }
  if (facts?.failure) {
    const isCancelled = facts.failure.kind === 'cancelled'
    return (
      <Notice text={t(facts.failure.message)} isMild={isCancelled}>
        <Reload tab={tab} />
      </Notice>
    )
  }
  return null
}

/** Without a handle the browser keeps only the old state of a file: it must be chosen again. */
function Reload({ tab }: { readonly tab: DocumentTab }): JSX.Element {
  const { t } = useTranslator()
  const hasHandle = sourceOf(tab.key)?.handle !== undefined
  const wasCancelled = tab.facts?.failure?.kind === 'cancelled'
  return hasHandle || wasCancelled ? (
    <Button look="outlined" onClick={() => reload(tab.key)}>
      {t(msg('Read again'))}
    </Button>
  ) : (
    <Button look="outlined" onClick={() => void chooseFiles()}>
      {t(msg('Choose the file again'))}
    </Button>
  )
}
