// Before a file is open: what this is, how to begin, and that nothing is sent.
import {
  ClipboardCopy,
  FilePen,
  FilePlus2,
  Files,
  FileText,
  FolderOpen,
  Scale,
  ShieldCheck,
  Timer,
} from 'lucide-react'
import type { JSX } from 'react'
import { msg } from '../../i18n/message.ts'
import { copyDetails } from '../../state/actions/copyDetails.ts'
import { openDialog } from '../../state/actions/dialogs.ts'
import { openExample, openRecent } from '../../state/actions/openDocuments.ts'
import { examples } from '../../state/examples.ts'
import { visibleFileName } from '../../state/fileName.ts'
import { useApp } from '../../state/hooks.ts'
import { useTranslator } from '../../state/language.ts'
import { openNewBatch } from '../../state/newBatch/openNewBatch.ts'
import { Button } from '../controls/Button.tsx'
import { keyLabel } from '../controls/keyLabel.ts'
import { chooseFiles } from '../files/chooseFiles.ts'
import { KeptEditsList } from '../recovery/KeptEditsList.tsx'
import { ResultCacheNote } from './ResultCacheNote.tsx'
import styles from './EmptyScreen.module.css'

export function EmptyScreen(): JSX.Element {
  const { t, rich, bytes, date } = useTranslator()
  const recentFiles = useApp((state) => state.recentFiles)
  return (
    <div className={styles['screen']}>
      <div className={styles['content']}>
        <h1>{t(msg('Check every line of a JSONL file, fix the broken ones, export it clean.'))}</h1>
        <KeptEditsList />
        <div className={styles['drop']}>
          <p className={styles['dropTitle']}>{t(msg('Drop .jsonl files here'))}</p>
          <p className={styles['dropNote']}>
            {rich(
              msg('Up to 1 GB each<note>, or paste lines with {keys}</note>', {
                keys: keyLabel('Mod+V'),
              }),
              {
                note: (words) => (
                  <span key="note" className={styles['keyNote']}>
                    {words}
                  </span>
                ),
              },
            )}
          </p>
          <p className={styles['dropNote']}>
            {t(msg('Other JSON, CSV and text become lines; .gz, .zst and .zip are unpacked'))}
          </p>
          <p className={styles['dropNote']}>
            {t(
              msg('Requests of a batch together with its output and error files are paired by id'),
            )}
          </p>
          <div className={styles['ways']}>
            <Button look="primary" onClick={() => void chooseFiles()}>
              <FolderOpen aria-hidden />
              {t(msg('Open files'))}
            </Button>
            <Button look="outlined" onClick={openNewBatch}>
              <FilePlus2 aria-hidden />
              {t(msg('New batch'))}
            </Button>
            <Button look="outlined" onClick={() => openFirstExample()}>
              {t(msg('Try an example'))}
            </Button>
          </div>
        </div>
        <div className={styles['lists']} data-recent={recentFiles.length > 0 || undefined}>
          <section aria-label={t(msg('Examples'))}>
            <h2>{t(msg('Examples'))}</h2>
            <ul>
              {examples.map(({ id, title, summary, fileNames }) => (
                <li key={id}>
                  <button
                    type="button"
                    className={styles['entry']}
                    onClick={() => void openExample(id)}
                  >
                    {fileNames.length > 1 ? <Files aria-hidden /> : <FileText aria-hidden />}
                    <span>
                      {t(title)}
                      <small>{t(summary)}</small>
                    </span>
                  </button>
                </li>
              ))}
            </ul>
          </section>
          {recentFiles.length > 0 && (
            <section aria-label={t(msg('Recent files'))}>
              <h2>{t(msg('Recent files'))}</h2>
              <ul>
                {recentFiles.map(({ id, name, size, openedAt }) => (
                  <li key={id}>
                    <button
                      type="button"
                      className={styles['entry']}
                      onClick={() => void openRecent(id)}
                    >
                      <FileText aria-hidden />
                      <span>
                        {visibleFileName(name)}
                        <small>
                          {bytes(size)} · {date(openedAt, { dateStyle: 'medium' })}
                        </small>
                      </span>
                    </button>
                  </li>
                ))}
              </ul>
            </section>
          )}
        </div>
        <ResultCacheNote />
        <p className={styles['promise']}>
          <ShieldCheck aria-hidden />
          <span>
            {t(
              msg(
                'Files are read and validated in this page, and nothing is uploaded unless you run a batch yourself. To see for yourself, open the network tab of your browser’s tools, or go offline and go on working. The page’s security policy forbids it to connect to anything but its own files.',
              ),
            )}
          </span>
        </p>
        <div className={styles['foot']}>
          <button type="button" onClick={() => openDialog('speed')}>
            <Timer aria-hidden />
            {t(msg('Measure speed'))}
          </button>
          <button type="button" onClick={() => openDialog('keptEdits')}>
            <FilePen aria-hidden />
            {t(msg('Unsaved edits kept on this device'))}
          </button>
          <button
            type="button"
            title={t(msg('For a report: version, browser and counts, nothing of your files'))}
            onClick={() => void copyDetails()}
          >
            <ClipboardCopy aria-hidden />
            {t(msg('Copy details'))}
          </button>
          {/* Written by the build: tooling/licencePlugin.ts. */}
          <a href="LICENSE.txt" target="_blank" rel="noreferrer">
            <Scale aria-hidden />
            {t(msg('Licences'))}
          </a>
        </div>
      </div>
    </div>
  )
}

function openFirstExample(): void {
  const first = examples[0]
  if (first) void openExample(first.id)
}
