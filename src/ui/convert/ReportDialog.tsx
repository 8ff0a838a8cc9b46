// What of a file is in no line of the document that was made of it, after the fact, to be walked through.
import { ArrowDown, ArrowUp } from 'lucide-react'
import { type JSX, useState } from 'react'
import type { LeftOutSummary } from '../../contracts/conversionApi.ts'
import { msg } from '../../i18n/message.ts'
import { closeDialog } from '../../state/actions/dialogs.ts'
import { canShowInFile, saveReport, sentenceOf, showInFile } from '../../state/conversion/report.ts'
import { useActiveDocument } from '../../state/hooks.ts'
import { useTranslator } from '../../state/language.ts'
import { AppDialog } from '../controls/AppDialog.tsx'
import { Button } from '../controls/Button.tsx'
import { ChoiceField } from './ChoiceField.tsx'
import styles from './ConvertDialog.module.css'
import { LeftOutList } from './LeftOutList.tsx'

export function ReportDialog(): JSX.Element | null {
  const tab = useActiveDocument()
  const leftOut = tab?.madeOf?.leftOut
  if (!tab?.madeOf || !leftOut) return null
  return <Report docKey={tab.key} name={tab.madeOf.name} leftOut={leftOut} />
}

interface ReportProps {
  readonly docKey: string
  /** Of the file. */
  readonly name: string
  readonly leftOut: LeftOutSummary
}

const ALL = ''

function Report({ docKey, leftOut, name }: ReportProps): JSX.Element {
  const { t } = useTranslator()
  const { changed, details, hasRows, lost, reasons } = leftOut
  const [wanted, setWanted] = useState(ALL)
  const [chosen, setChosen] = useState(0)
  const parts =
    wanted === ALL ? details : details.filter(({ reason }) => sentenceOf(reason) === wanted)
  const count = reasons.find(({ reason }) => sentenceOf(reason) === wanted)?.count ?? lost + changed
  const part = parts[chosen]
  const canShow = canShowInFile(docKey)
  return (
    <AppDialog
      title={t(msg('Report of the conversion'))}
      isWide
      onClose={closeDialog}
      foot={
        <>
          <Button
            look="outlined"
            className={styles['first']}
            onClick={() => saveReport(name, leftOut, t)}
          >
            {t(msg('Save the report'))}
          </Button>
          <Button
            size="icon"
            aria-label={t(msg('Previous part'))}
            title={t(msg('Previous part'))}
            disabled={chosen === 0}
            onClick={() => setChosen(chosen - 1)}
          >
            <ArrowUp aria-hidden />
          </Button>
          <Button
            size="icon"
            aria-label={t(msg('Next part'))}
            title={t(msg('Next part'))}
            disabled={chosen + 1 >= parts.length}
            onClick={() => setChosen(chosen + 1)}
          >
            <ArrowDown aria-hidden />
          </Button>
          <Button
            look="primary"
            disabled={!canShow || !part}
            onClick={() => part && void showInFile(docKey, part)}
          >
            {t(msg('Show in file'))}
          </Button>
        </>
      }
    >
      <p className={styles['file']}>
        <bdi>{name}</bdi>{' '}
        <span>
          {t(msg('Left out: {lost, number}. Changed: {changed, number}.', { lost, changed }))}
        </span>
      </p>
      <ChoiceField
        label={t(msg('Reason'))}
        value={wanted}
        groups={[
          {
            options: [
              {
                value: ALL,
                label: t(msg('All reasons ({count, number})', { count: lost + changed })),
              },
              ...reasons.map((each) => ({
                value: sentenceOf(each.reason),
                label: t(
                  msg('{reason} ({count, number})', { reason: each.reason, count: each.count }),
                ),
              })),
            ],
          },
        ]}
        onChoose={(reason) => {
          setWanted(reason)
          setChosen(0)
        }}
      />
      <LeftOutList
        label={t(msg('Parts that were left out or changed'))}
        parts={parts}
        hasRows={hasRows}
        chosen={chosen}
        onChoose={setChosen}
        onTake={(taken) => canShow && void showInFile(docKey, taken)}
      />
      {count > parts.length && (
        <p className={styles['note']}>
          {t(
            msg(
              'The first {kept, number} parts are kept; {count, plural, one {# more is} other {# more are}} counted alone.',
              { kept: details.length, count: count - parts.length },
            ),
          )}
        </p>
      )}
      {!canShow && (
        <p className={styles['note']}>
          {t(msg('The file is not open as lines, so the places cannot be shown in it.'))}
        </p>
      )}
    </AppDialog>
  )
}
