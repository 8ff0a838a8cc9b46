// 'Split into valid files': what each file would hold, and where they are written.
import { type JSX, useEffect, useRef } from 'react'
import { bytes, type Message, msg } from '../../i18n/message.ts'
import { useTranslator } from '../../state/language.ts'
import { progressText } from '../../state/progressText.ts'
import { restName } from '../../state/splitting/fileNames.ts'
import {
  areRequests,
  cancelSplit,
  chooseRequests,
  chooseSelection,
  closeSplit,
  downloadArchive,
  writeToFolder,
} from '../../state/splitting/split.ts'
import { type SplitState, useSplit } from '../../state/splitting/splitStore.ts'
import { AppDialog } from '../controls/AppDialog.tsx'
import { Button } from '../controls/Button.tsx'
import { ProgressBar } from '../controls/ProgressBar.tsx'
import { RadioRow } from '../export/RadioRow.tsx'
import { canPickFolder, pickFolder } from '../files/filePickers.ts'
import { SplitFiles } from './SplitFiles.tsx'
import styles from './SplitDialog.module.css'

export function SplitDialog(): JSX.Element {
  const { t } = useTranslator()
  const state = useSplit((whole) => whole)
  const { name, plan, problem, running } = state
  const isWriting = running !== undefined && running.what !== 'planning'
  return (
    <AppDialog
      title={t(msg('Split into valid files'))}
      isWide
      onClose={closeSplit}
      foot={running ? <Running running={running} /> : <Ways state={state} />}
    >
      <p className={styles['file']}>
        <bdi>{name}</bdi>
      </p>
      <p>{t(aboutLimits(state))}</p>
      <fieldset className={styles['choices']} disabled={isWriting}>
        {state.invalid > 0 && <InvalidLines state={state} />}
        <Requests state={state} />
      </fieldset>
      {problem && (
        <p role="alert" className={styles['problem']}>
          {t(problem)}
        </p>
      )}
      <div className={styles['plan']} aria-busy={running?.what === 'planning'}>
        {plan && <SplitFiles name={name} plan={plan} />}
      </div>
    </AppDialog>
  )
}

function aboutLimits({ limits: { lines, bytes: size, items } }: SplitState): Message {
  const values = { lines, size: bytes(size) }
  return items === undefined
    ? msg(
        'Each file is within what a batch takes: {lines, number} requests and {size}, and one model and one url where the format wants that. The order of the lines is kept.',
        values,
      )
    : msg(
        'Each file is within what a batch takes: {lines, number} requests, {size} and {items, number} inputs, and one model and one url where the format wants that. The order of the lines is kept.',
        { ...values, items },
      )
}

function InvalidLines({ state }: { readonly state: SplitState }): JSX.Element {
  const { t } = useTranslator()
  const { invalid, name, plan, selection } = state
  const others = selection === 'valid' ? plan?.rest?.lines : undefined
  return (
    <fieldset className={styles['group']}>
      <legend>{t(msg('Lines with errors'))}</legend>
      <RadioRow
        group="split-lines"
        title={t(msg('In a file of their own'))}
        summary={t(msg('As {name}: nothing is lost.', { name: restName(name) }))}
        note={t(msg('{count, plural, one {# line} other {# lines}}', { count: others ?? invalid }))}
        isChecked={selection === 'valid'}
        onCheck={() => void chooseSelection('valid')}
      />
      <RadioRow
        group="split-lines"
        title={t(msg('With the others'))}
        summary={t(msg('An API refuses files that hold them.'))}
        isChecked={selection === 'all'}
        onCheck={() => void chooseSelection('all')}
      />
    </fieldset>
  )
}

function Requests({ state: { limits, requests } }: { readonly state: SplitState }): JSX.Element {
  const { t, number } = useTranslator()
  const isWrong = !areRequests(requests, limits)
  return (
    <label className={styles['field']}>
      <span>{t(msg('Requests in a file, at most'))}</span>
      <input
        className={styles['input']}
        type="text"
        inputMode="numeric"
        autoComplete="off"
        value={requests}
        placeholder={number(limits.lines)}
        aria-invalid={isWrong || undefined}
        onChange={({ target }) => void chooseRequests(target.value.trim())}
      />
      {isWrong && (
        <small className={styles['problem']}>
          {t(msg('A whole number from 1 to {most, number}.', { most: limits.lines }))}
        </small>
      )}
    </label>
  )
}

function Ways({ state }: { readonly state: SplitState }): JSX.Element {
  const { t } = useTranslator()
  const { limits, plan, requests } = state
  const canWrite = plan !== undefined && isSplit(plan) && areRequests(requests, limits)
  const hasFolders = canPickFolder()
  const toFolder = async (): Promise<void> => {
    const folder = await pickFolder()
    if (folder) await writeToFolder(folder)
  }
  return (
    <>
      <Button look="outlined" onClick={closeSplit}>
        {t(msg('Cancel'))}
      </Button>
      <Button
        look={hasFolders ? 'outlined' : 'primary'}
        disabled={!canWrite}
        onClick={() => void downloadArchive()}
      >
        {t(msg('Download as .zip'))}
      </Button>
      {hasFolders && (
        <Button look="primary" disabled={!canWrite} onClick={() => void toFolder()}>
          {t(msg('Write to a folder…'))}
        </Button>
      )}
    </>
  )
}

/** One file without a rest is the document again. */
function isSplit({ files, rest }: NonNullable<SplitState['plan']>): boolean {
  return files.length > 1 || (files.length === 1 && rest !== undefined)
}

const TITLES = {
  planning: msg('Looking through the lines'),
  writing: msg('Writing the files'),
  packing: msg('Packing the files'),
} as const

function Running({
  running: { progress, what },
}: {
  readonly running: NonNullable<SplitState['running']>
}): JSX.Element {
  const { t } = useTranslator()
  const text = progressText(progress)
  const cancel = useRef<HTMLButtonElement>(null)
  // The button that began it is gone, and the focus was on it. While the lines are looked through it is elsewhere.
  useEffect(() => {
    if (what !== 'planning') cancel.current?.focus()
  }, [what])
  return (
    <>
      <ProgressBar
        label={t(TITLES[what])}
        done={progress?.done ?? 0}
        total={progress?.total ?? 0}
        valueText={text && t(text)}
      />
      <span className={styles['progress']}>{t(text ?? TITLES[what])}</span>
      <Button ref={cancel} look="outlined" onClick={cancelSplit}>
        {t(msg('Cancel'))}
      </Button>
    </>
  )
}
