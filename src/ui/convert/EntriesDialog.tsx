// The files of an archive: which of them are opened.
import { type JSX, useDeferredValue, useState } from 'react'
import type { PackedFileInfo } from '../../contracts/conversionApi.ts'
import { msg } from '../../i18n/message.ts'
import { closeDialog } from '../../state/actions/dialogs.ts'
import { openEntries } from '../../state/conversion/unpack.ts'
import { useEntries } from '../../state/conversion/entriesStore.ts'
import { visibleFileName } from '../../state/fileName.ts'
import { useTranslator } from '../../state/language.ts'
import { AppDialog } from '../controls/AppDialog.tsx'
import { Button } from '../controls/Button.tsx'
import styles from './ConvertDialog.module.css'

/** Files that are shown at a time; a search finds the others. */
const SHOWN = 200
/** Documents that are opened at once. */
const MOST = 12

export function EntriesDialog(): JSX.Element {
  const { t } = useTranslator()
  const { files, name } = useEntries()
  const [query, setQuery] = useState('')
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set())
  const searched = useDeferredValue(query)
  const found = search(files, searched)
  const more = found.length - SHOWN

  function toggle(index: number, isChosen: boolean): void {
    const next = new Set(chosen)
    if (isChosen) next.add(index)
    else next.delete(index)
    setChosen(next)
  }

  return (
    <AppDialog
      title={t(msg('Open from {name}', { name }))}
      onClose={closeDialog}
      foot={
        <Button
          look="primary"
          disabled={chosen.size === 0 || chosen.size > MOST}
          onClick={() => void openEntries([...chosen].toSorted((a, b) => a - b))}
        >
          {t(msg('Open {count, plural, one {# file} other {# files}}', { count: chosen.size }))}
        </Button>
      }
    >
      <div className={styles['field']}>
        <input
          type="search"
          className={styles['input']}
          aria-label={t(msg('Search the names'))}
          placeholder={t(msg('Search the names'))}
          autoComplete="off"
          spellCheck={false}
          value={query}
          onChange={(typed) => setQuery(typed.target.value)}
        />
        <small className={styles['fieldNote']} role="status">
          {t(
            msg('{found, number} of {count, plural, one {# file} other {# files}}', {
              found: found.length,
              count: files.length,
            }),
          )}
        </small>
      </div>
      <ul className={styles['entries']} aria-label={t(msg('Files in {name}', { name }))}>
        {found.slice(0, SHOWN).map(([index, file]) => (
          <Entry
            key={index}
            file={file}
            isChosen={chosen.has(index)}
            onChoose={(isChosen) => toggle(index, isChosen)}
          />
        ))}
      </ul>
      {more > 0 && (
        <p className={styles['note']}>
          {t(msg('And {count, number} more: search for their names.', { count: more }))}
        </p>
      )}
      {chosen.size > MOST && (
        <p role="alert" className={styles['problem']}>
          {t(msg('Choose {most, number} files at most.', { most: MOST }))}
        </p>
      )}
    </AppDialog>
  )
}

interface EntryProps {
  readonly file: PackedFileInfo
  readonly isChosen: boolean
  readonly onChoose: (isChosen: boolean) => void
}

function Entry({ file: { name, refusal, size }, isChosen, onChoose }: EntryProps): JSX.Element {
  const { t, bytes: sizeOf } = useTranslator()
  return (
    <li>
      <label className={styles['tick']}>
        <input
          type="checkbox"
          checked={isChosen}
          disabled={refusal !== undefined}
          onChange={(ticked) => onChoose(ticked.target.checked)}
        />
        <span className={styles['entryName']}>
          <bdi>{visibleFileName(name)}</bdi>
          {refusal && <small>{t(refusal)}</small>}
        </span>
        {size !== undefined && <span className={styles['progress']}>{sizeOf(size)}</span>}
      </label>
    </li>
  )
}

function search(
  files: readonly PackedFileInfo[],
  query: string,
): readonly (readonly [number, PackedFileInfo])[] {
  const wanted = query.trim().toLowerCase()
  return [...files.entries()].filter(([, { name }]) => name.toLowerCase().includes(wanted))
}
