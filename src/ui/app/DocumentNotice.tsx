// Above the table: what happened to the file or its worker, and what can be done about it.
import type { JSX } from 'react'
import { type Message, msg, sentences } from '../../i18n/message.ts'
import { closeDocument } from '../../state/actions/documents.ts'
import { openDialog } from '../../state/actions/dialogs.ts'
import { exportEdited } from '../../state/actions/exportEdited.ts'
import { keepWorking } from '../../state/actions/fileCheck.ts'
import { reload, reopenWithEdits } from '../../state/actions/reading.ts'
import { sourceOf } from '../../state/clients.ts'
import { hasCommands } from '../../state/commandLog.ts'
import { withConversion } from '../../state/conversion/withConversion.ts'
import { hasChanges } from '../../state/drafts.ts'
import { useTranslator } from '../../state/language.ts'
import { type DocumentTab, type MadeOf, updateDocument } from '../../state/store.ts'
import { Button } from '../controls/Button.tsx'
import { chooseFiles } from '../files/chooseFiles.ts'
import { Notice } from '../controls/Notice.tsx'
import { MoreNotice } from './MoreNotice.tsx'
import { LeftNotice } from '../recovery/LeftNotice.tsx'
import { OfferNotice } from '../recovery/OfferNotice.tsx'

export function DocumentNotice({ tab }: { readonly tab: DocumentTab }): JSX.Element | null {
  const { t } = useTranslator()
  const { crash, facts, fileProblem, key, left, madeOf, more, offered, readFailure } = tab
  if (crash !== undefined) {
    return (
      <Notice text={t(crash)}>
        <Button look="primary" onClick={() => void reopenWithEdits(key)}>
          {t(msg('Open again with my edits'))}
        </Button>
        <ExportEdited tab={tab} />
        <Button onClick={() => closeDocument(key)}>{t(msg('Close document'))}</Button>
      </Notice>
    )
  }
  if (readFailure !== undefined) {
    return (
      <Notice text={t(readFailure)}>
        <Reload tab={tab} />
        <ExportEdited tab={tab} />
        <Button onClick={() => closeDocument(key)}>{t(msg('Close document'))}</Button>
      </Notice>
    )
  }
  if (fileProblem !== undefined) {
    return (
      <Notice text={t(fileProblem)}>
        <Reload tab={tab} />
        <ExportEdited tab={tab} />
        <Button onClick={() => keepWorking(key)}>{t(msg('Keep working'))}</Button>
      </Notice>
    )
  }
  if (facts?.failure) {
    const isCancelled = facts.failure.kind === 'cancelled'
    return (
      <Notice text={t(facts.failure.message)} isMild={isCancelled}>
        <ConvertRefused tab={tab} />
        <Reload tab={tab} />
      </Notice>
    )
  }
  if (more && !more.isNoticed) return <MoreNotice docKey={key} name={tab.name} more={more} />
  if (offered) return <OfferNotice docKey={key} offered={offered} />
  if (left) return <LeftNotice tab={tab} count={left.edits.length} />
  if (madeOf && !madeOf.isNoticed) return <MadeOfNotice docKey={key} madeOf={madeOf} />
  return null
}

interface MadeOfNoticeProps {
  readonly docKey: string
  readonly madeOf: MadeOf
}

/** What the document lacks of the file that it was made of. */
function MadeOfNotice({ docKey, madeOf }: MadeOfNoticeProps): JSX.Element | null {
  const { t } = useTranslator()
  const hasDetails = (madeOf.leftOut?.details.length ?? 0) > 0
  const isMild = madeOf.problem === undefined && !madeOf.leftOut?.lost
  const [first, ...others] = [madeOf.problem, leftOutText(madeOf), madeOf.note].filter(
    (each) => each !== undefined,
  )
  if (!first) return null
  return (
    <Notice text={t(sentences(first, ...others))} isMild={isMild}>
      {hasDetails && (
        <Button look="outlined" onClick={() => openDialog('conversionReport')}>
          {t(msg('Show the report'))}
        </Button>
      )}
      <Button onClick={() => updateDocument(docKey, { madeOf: { ...madeOf, isNoticed: true } })}>
        {t(msg('Close this notice'))}
      </Button>
    </Notice>
  )
}

function leftOutText({ name, leftOut }: MadeOf): Message | undefined {
  const { lost = 0, changed = 0 } = leftOut ?? {}
  if (lost + changed === 0) return undefined
  if (lost === 0) {
    return msg(
      '{count, plural, one {# line differs} other {# lines differ}} from what is in {name}.',
      { count: changed, name },
    )
  }
  return msg(
    '{count, plural, one {# part of {name} is in no line: it} other {# parts of {name} are in no line: they}} could not be converted.',
    { count: lost, name },
  )
}

/** Nothing that was typed hangs on the file. */
function ExportEdited({ tab }: { readonly tab: DocumentTab }): JSX.Element | null {
  const { t } = useTranslator()
  if (!hasChanges(tab) && !hasCommands(tab.key)) return null
  return (
    <Button look="outlined" onClick={() => void exportEdited(tab.key)}>
      {t(msg('Export edited lines'))}
    </Button>
  )
}

/** What is no lines of UTF-8 may become some: reading it again would say the same. */
function ConvertRefused({ tab }: { readonly tab: DocumentTab }): JSX.Element | null {
  const { t } = useTranslator()
  const offers = tab.facts?.fileFindings.map(({ offer }) => offer) ?? []
  const isPacked = offers.includes('unpack')
  if (!isPacked && !offers.includes('convert')) return null
  return (
    <Button
      look="primary"
      onClick={() => void withConversion((conversion) => conversion.convertDocument(tab.key))}
    >
      {isPacked ? t(msg('Unpack')) : t(msg('Convert to lines'))}
    </Button>
  )
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
    <Button look="outlined" onClick={() => void chooseFiles(tab.key)}>
      {t(msg('Choose the file again'))}
    </Button>
  )
}
