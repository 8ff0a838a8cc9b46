// 'Measure speed': measures, on the user's own machine, how fast files are validated, beside merely
// reading them and beside what one would write oneself.
import { type JSX, useEffect, useState } from 'react'
import { type Message, msg } from '../../i18n/message.ts'
import { closeDialog } from '../../state/actions/dialogs.ts'
import { measureSpeed, stopMeasuring } from '../../state/actions/measureSpeed.ts'
import { useTranslator } from '../../state/language.ts'
import { ROUNDS, type SpeedState, SPEED_SIZES, useSpeed } from '../../state/speedStore.ts'
import { AppDialog } from '../controls/AppDialog.tsx'
import { Button } from '../controls/Button.tsx'
import { machineText } from './machineText.ts'
import { markdownReport } from './markdownReport.ts'
import styles from './SpeedDialog.module.css'
import { SpeedTable } from './SpeedTable.tsx'

export function SpeedDialog(): JSX.Element {
  const { t, rich } = useTranslator()
  const speed = useSpeed()
  const { cases, state } = speed
  const [fileBytes, setFileBytes] = useState(speed.fileBytes)
  const [copyNote, setCopyNote] = useState<Message>()
  const isRunning = state === 'running'
  const note = copyNote ?? statusText(speed)
  const isMeasured = cases.some(({ progress }) => progress?.plainMs !== undefined)
  useEffect(() => stopMeasuring, [])

  function run(): void {
    setCopyNote(undefined)
    void measureSpeed(fileBytes)
  }

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(markdownReport(cases, machine(), ROUNDS))
      setCopyNote(msg('Copied.'))
    } catch {
      setCopyNote(msg('The browser did not allow copying.'))
    }
  }

  return (
    <AppDialog
      title={t(msg('Measure speed'))}
      isWide
      onClose={closeDialog}
      foot={
        <>
          <span role="status" className={styles['status']}>
            {note && t(note)}
          </span>
          <Button look="outlined" disabled={isRunning || !isMeasured} onClick={() => void copy()}>
            {t(msg('Copy as Markdown'))}
          </Button>
          {isRunning ? (
            <Button look="outlined" onClick={stopMeasuring}>
              {t(msg('Cancel'))}
            </Button>
          ) : (
            <Button look="primary" onClick={run}>
              {state === 'idle' ? t(msg('Measure')) : t(msg('Run again'))}
            </Button>
          )}
        </>
      }
    >
      <div className={styles['intro']}>
        <p>
          {rich(
            msg(
              'For each kind of file, made up in memory: the time of only reading it, the time until Lineproof has validated its last line, as when you open a file, and the time of what you would write yourself, <code>JSON.parse</code> and a zod schema for each line, in a worker. Nothing is uploaded, nothing is kept.',
            ),
            { code: (name) => <code key="code">{name}</code> },
          )}
        </p>
        <SizeChoice chosen={fileBytes} isDisabled={isRunning} onChoose={setFileBytes} />
      </div>
      {speed.problem !== undefined && (
        <p role="alert" className={styles['problem']}>
          {t(speed.problem)}
        </p>
      )}
      <SpeedTable
        cases={cases}
        activeId={isRunning ? activeCase(speed)?.id : undefined}
        rounds={ROUNDS}
      />
      <div className={styles['notes']}>
        <p>
          {t(
            msg(
              '{machine}. The best of {rounds, number} rounds counts, since machines are noisy: other tabs and programs, heat and saving power all change the figures. Memory is not a disk: reading a file of yours takes as long as its disk takes, and so does validating it. zod makes no code of its own here, because this page’s security policy forbids it; where it may, it is faster.',
              { machine: machine(), rounds: ROUNDS },
            ),
          )}
        </p>
      </div>
    </AppDialog>
  )
}

interface SizeChoiceProps {
  readonly chosen: number
  readonly isDisabled: boolean
  readonly onChoose: (bytes: number) => void
}

function SizeChoice({ chosen, isDisabled, onChoose }: SizeChoiceProps): JSX.Element {
  const { t, number } = useTranslator()
  return (
    <fieldset className={styles['sizes']} disabled={isDisabled}>
      <legend>{t(msg('Size of each file'))}</legend>
      {SPEED_SIZES.map((bytes) => (
        <label key={bytes}>
          <input
            type="radio"
            name="speed-size"
            checked={bytes === chosen}
            onChange={() => onChoose(bytes)}
          />
          {number(bytes / 1e6, { style: 'unit', unit: 'megabyte' })}
        </label>
      ))}
    </fieldset>
  )
}

/** The last one that has begun. */
function activeCase({ cases }: SpeedState): SpeedState['cases'][number] | undefined {
  return cases.findLast(({ progress }) => progress !== undefined)
}

function statusText(speed: SpeedState): Message | undefined {
  const begun = speed.cases.filter(({ progress }) => progress !== undefined).length
  switch (speed.state) {
    case 'idle':
      return undefined
    case 'running':
      return msg('Measuring file {at, number} of {count, number}', {
        at: Math.max(begun, 1),
        count: speed.cases.length,
      })
    case 'done':
      return msg('Measured.')
    case 'stopped':
      return msg('Stopped before the end.')
    case 'failed':
      return msg('Not measured to the end.')
  }
}

function machine(): Message {
  return machineText(navigator.userAgent, navigator.hardwareConcurrency)
}
