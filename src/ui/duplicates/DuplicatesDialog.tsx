// 'Find duplicates': what lines are compared by, the largest groups, which line of each stays, and how many go.
import type { JSX } from 'react'
import { type Message, msg } from '../../i18n/message.ts'
import type { DuplicateKeep, DuplicateReport } from '../../contracts/duplicates.ts'
import {
  closeDuplicates,
  compareBy,
  deleteDuplicates,
  findAgain,
  keepLine,
  meantFields,
  othersOf,
  replaceField,
  showDuplicates,
  stopFinding,
} from '../../state/duplicates/duplicates.ts'
import { type DuplicatesState, useDuplicates } from '../../state/duplicates/duplicatesStore.ts'
import { useTranslator } from '../../state/language.ts'
import { progressText } from '../../state/progressText.ts'
import { AppDialog } from '../controls/AppDialog.tsx'
import { Button } from '../controls/Button.tsx'
import { ProgressBar } from '../controls/ProgressBar.tsx'
import { RadioRow } from '../export/RadioRow.tsx'
import styles from './DuplicatesDialog.module.css'
import { FieldChoice } from './FieldChoice.tsx'
import { GroupTable } from './GroupTable.tsx'

export function DuplicatesDialog(): JSX.Element {
  const { t } = useTranslator()
  const state = useDuplicates((whole) => whole)
  const { by, keep, report } = state
  const others = report ? othersOf(report) : 0
  return (
    <AppDialog
      title={t(msg('Find duplicates'))}
      isWide
      onClose={closeDuplicates}
      foot={
        <>
          <Button look="outlined" className={styles['close']} onClick={closeDuplicates}>
            {t(msg('Close'))}
          </Button>
          <Button
            look="outlined"
            disabled={others === 0}
            onClick={() => void showDuplicates({ kind: 'all' })}
          >
            {t(msg('Show all duplicates'))}
          </Button>
          <Button
            look="outlined"
            disabled={others === 0}
            onClick={() => void showDuplicates({ kind: 'others', keep })}
          >
            {t(msg('Show what would go'))}
          </Button>
          <Button look="primary" disabled={others === 0} onClick={() => void deleteDuplicates()}>
            {t(
              others === 0
                ? msg('Delete lines')
                : msg('Delete {count, plural, one {# line} other {# lines}}', { count: others }),
            )}
          </Button>
        </>
      }
    >
      <div className={styles['parts']}>
        <div className={styles['choices']}>
          <fieldset className={styles['group']}>
            <legend>{t(msg('Compare lines by'))}</legend>
            <RadioRow
              group="duplicates-by"
              title={t(msg('Whole lines'))}
              summary={t(msg('Byte for byte; line ends do not count.'))}
              isChecked={by === 'line'}
              onCheck={() => compareBy('line')}
            />
            <RadioRow
              group="duplicates-by"
              title={t(msg('Fields'))}
              summary={t(
                msg(
                  'By their values, however they are written: 1 equals 1.0, objects are equal in any order of their keys. No number is rounded. A missing field equals a missing one.',
                ),
              )}
              isChecked={by === 'fields'}
              onCheck={() => compareBy('fields')}
            />
          </fieldset>
          {by === 'fields' && <FieldChoice />}
          <fieldset className={styles['group']}>
            <legend>{t(msg('Of each group, keep'))}</legend>
            {KEEPS.map(({ kind, title, summary }) => (
              <RadioRow
                key={kind}
                group="duplicates-keep"
                title={t(title)}
                {...(summary && { summary: t(summary) })}
                isChecked={keep === kind}
                onCheck={() => keepLine(kind)}
              />
            ))}
          </fieldset>
        </div>
        <section className={styles['found']} aria-label={t(msg('What was found'))}>
          <Found state={state} />
        </section>
      </div>
    </AppDialog>
  )
}

const KEEPS: readonly {
  readonly kind: DuplicateKeep
  readonly title: Message
  readonly summary?: Message
}[] = [
  { kind: 'first', title: msg('The first line') },
  { kind: 'last', title: msg('The last line') },
  {
    kind: 'valid',
    title: msg('The valid line'),
    summary: msg('The first of them; without one, the first with warnings, then the first.'),
  },
]

function Found({ state }: { readonly state: DuplicatesState }): JSX.Element {
  const { t } = useTranslator()
  const { finding, problem, report } = state
  switch (state.state) {
    case 'idle':
      return <p className={styles['note']}>{t(msg('Choose a field.'))}</p>
    case 'finding': {
      const progress = finding?.progress
      const text = progressText(progress)
      return (
        <div className={styles['finding']}>
          <ProgressBar
            label={t(msg('Finding duplicates'))}
            done={progress?.done ?? 0}
            total={progress?.total ?? 0}
            valueText={text && t(text)}
          />
          <span>{text && t(text)}</span>
          <Button size="small" onClick={() => void stopFinding()}>
            {t(msg('Cancel'))}
          </Button>
        </div>
      )
    }
    case 'stopped':
    case 'failed':
      return (
        <div className={styles['finding']}>
          <p role={problem && 'alert'}>{t(problem ?? msg('Stopped.'))}</p>
          <Button size="small" look="outlined" onClick={() => void findAgain()}>
            {t(msg('Try again'))}
          </Button>
        </div>
      )
    case 'done':
      return report ? <Report report={report} state={state} /> : <></>
  }
}

function Report({
  report,
  state: { by, paths },
}: {
  readonly report: DuplicateReport
  readonly state: DuplicatesState
}): JSX.Element {
  const { t } = useTranslator()
  const { absent, compared, groups, largest, lines, notJson, without } = report
  const others = othersOf(report)
  return (
    <>
      <p role="status" data-groups={groups} data-lines={lines} data-others={others}>
        {groups === 0
          ? t(
              msg('No two of {compared, plural, one {# line} other {# lines}} are the same.', {
                compared,
              }),
            )
          : t(
              msg(
                '{lines, plural, one {# line is} other {# lines are}} in {groups, plural, one {# group} other {# groups}} of equal lines, among {compared, number}. {others, plural, one {# line} other {# lines}} would go.',
                { lines, groups, compared, others },
              ),
            )}
      </p>
      {absent.map((path) => (
        <AbsentField key={path} path={path} />
      ))}
      {without > 0 && (
        <p className={styles['note']} data-without={without}>
          {t(
            msg(
              '{without, plural, one {# line has} other {# lines have}} none of the fields and {without, plural, one {is} other {are}} in no group.',
              { without },
            ),
          )}
        </p>
      )}
      {notJson > 0 && (
        <p className={styles['note']} data-not-json={notJson}>
          {t(
            msg(
              '{count, plural, one {# line is no JSON and was} other {# lines are no JSON and were}} not looked at.',
              { count: notJson },
            ),
          )}
        </p>
      )}
      {largest.length > 0 && (
        <GroupTable groups={largest} all={groups} fields={by === 'fields' ? paths : undefined} />
      )}
    </>
  )
}

function AbsentField({ path }: { readonly path: string }): JSX.Element {
  const { t } = useTranslator()
  return (
    <div className={styles['absent']} data-absent={path}>
      {t(msg('No line has {field}.', { field: path }))}
      {meantFields(path).map((meant) => (
        <Button key={meant} size="small" look="outlined" onClick={() => replaceField(path, meant)}>
          {t(msg('Write {text}', { text: meant }))}
        </Button>
      ))}
    </div>
  )
}
