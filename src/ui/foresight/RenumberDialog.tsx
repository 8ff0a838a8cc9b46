// 'Renumber ids': the pattern, which lines, and what the first of them would get.
import { type FormEvent, type JSX, useId } from 'react'
import { msg } from '../../i18n/message.ts'
import { applyRenumber, changeRenumber, closeRenumber } from '../../state/foresight/renumber.ts'
import { type RenumberState, useRenumber } from '../../state/foresight/renumberStore.ts'
import { useTranslator } from '../../state/language.ts'
import { AppDialog } from '../controls/AppDialog.tsx'
import { Button } from '../controls/Button.tsx'
import { RadioRow } from '../export/RadioRow.tsx'
import styles from './RenumberDialog.module.css'

export function RenumberDialog(): JSX.Element {
  const { t } = useTranslator()
  const state = useRenumber((whole) => whole)
  const { preview, problem, repeated, which } = state
  const form = useId()
  const lines = preview?.lines ?? 0
  const canApply = problem === undefined && lines > 0
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (canApply) void applyRenumber()
  }
  return (
    <AppDialog
      title={t(msg('Renumber ids'))}
      onClose={closeRenumber}
      foot={
        <>
          <Button look="outlined" onClick={closeRenumber}>
            {t(msg('Cancel'))}
          </Button>
          <Button type="submit" form={form} look="primary" disabled={!canApply}>
            {t(
              msg('Renumber {count, plural, one {# line} other {# lines}}', {
                count: lines,
              }),
            )}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit}>
        <Fields state={state} />
        <fieldset className={styles['group']}>
          <legend>{t(msg('Lines to renumber'))}</legend>
          <RadioRow
            group="renumber-lines"
            title={t(msg('Only repeats'))}
            summary={t(msg('The first line with an id keeps it.'))}
            note={t(msg('{count, plural, one {# line} other {# lines}}', { count: repeated }))}
            isChecked={which === 'repeated'}
            onCheck={() => void changeRenumber({ which: 'repeated' })}
          />
          <RadioRow
            group="renumber-lines"
            title={t(msg('All lines'))}
            summary={t(msg('Answers that are there already name the ids of now.'))}
            isChecked={which === 'all'}
            onCheck={() => void changeRenumber({ which: 'all' })}
          />
        </fieldset>
      </form>
      <div className={styles['samples']}>
        {problem && (
          <p role="alert" className={styles['problem']}>
            {t(problem)}
          </p>
        )}
        {preview && <Samples preview={preview} />}
      </div>
    </AppDialog>
  )
}

function Fields({ state: { pattern, start } }: { readonly state: RenumberState }): JSX.Element {
  const { t } = useTranslator()
  return (
    <div className={styles['fields']}>
      <label>
        <span>{t(msg('Pattern'))}</span>
        <input
          className={styles['input']}
          type="text"
          autoComplete="off"
          spellCheck={false}
          value={pattern}
          onChange={({ target }) => void changeRenumber({ pattern: target.value })}
        />
      </label>
      <label>
        <span>{t(msg('First number'))}</span>
        <input
          className={styles['input']}
          type="text"
          inputMode="numeric"
          autoComplete="off"
          value={start}
          onChange={({ target }) => void changeRenumber({ start: target.value.trim() })}
        />
      </label>
      <small>
        {t(
          msg('{placeholder} is the number; {padded} has four digits at least.', {
            placeholder: '{{#}}',
            padded: '{{####}}',
          }),
        )}
      </small>
    </div>
  )
}

function Samples({
  preview: { lines, samples },
}: {
  readonly preview: NonNullable<RenumberState['preview']>
}): JSX.Element {
  const { t, number } = useTranslator()
  if (samples.length === 0) {
    return <p className={styles['none']}>{t(msg('No line would get another id.'))}</p>
  }
  return (
    <table className={styles['table']}>
      <thead>
        <tr>
          <th scope="col">{t(msg('Line'))}</th>
          <th scope="col">{t(msg('Id now'))}</th>
          <th scope="col">{t(msg('New id'))}</th>
        </tr>
      </thead>
      <tbody>
        {samples.map(({ after, before, line }) => (
          <tr key={line}>
            <td>{number(line)}</td>
            <td>{before === undefined ? t(msg('none')) : <code>{before}</code>}</td>
            <td>
              <code>{after}</code>
            </td>
          </tr>
        ))}
        {lines > samples.length && (
          <tr>
            <td colSpan={3}>
              {t(msg('And {count, number} more.', { count: lines - samples.length }))}
            </td>
          </tr>
        )}
      </tbody>
    </table>
  )
}
