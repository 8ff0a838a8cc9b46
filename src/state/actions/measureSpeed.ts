// 'Measure speed': measures all cases one after the other, each in a worker of its own.
import type { CaseProgress } from '../../benchmark/caseProgress.ts'
import { type BenchmarkClient, openBenchmarkClient } from '../../worker/benchmarkClient.ts'
import { type Message, msg } from '../../i18n/message.ts'
import { newCases, speedStore } from '../speedStore.ts'

/** The worker of the case that is being measured. */
let running: BenchmarkClient | undefined

/** Measures with files of about `fileBytes`; what was measured before is forgotten. */
export async function measureSpeed(fileBytes: number): Promise<void> {
  stopMeasuring()
  speedStore.setState({ state: 'running', fileBytes, cases: newCases, problem: undefined })
  for (const { id } of newCases) {
    const client = openBenchmarkClient()
    running = client
    try {
      const measured = await client.measureCase(id, fileBytes, (progress) => {
        if (running === client) takeProgress(id, progress)
      })
      if (!measured.ok && running === client) fail(measured.failure.message)
    } catch (error) {
      if (running === client) fail(sentenceOf(error))
    } finally {
      client.close()
    }
    // Stopped, failed, or begun again meanwhile.
    if (running !== client) return
  }
  running = undefined
  speedStore.setState({ state: 'done' })
}

/** Ends the workers, and with them their files; what is measured stays. */
export function stopMeasuring(): void {
  if (!running) return
  running.close()
  running = undefined
  speedStore.setState({ state: 'stopped' })
}

function takeProgress(id: string, progress: CaseProgress): void {
  speedStore.setState(({ cases }) => ({
    cases: cases.map((entry) => (entry.id === id ? { ...entry, progress } : entry)),
  }))
}

/** `reason`: a sentence. */
function fail(reason: Message): void {
  running = undefined
  speedStore.setState({
    state: 'failed',
    problem: msg(
      'It could not be measured to the end. {reason} Check the connection, or choose smaller files if memory is short, and run it again.',
      { reason },
    ),
  })
}

function sentenceOf(error: unknown): Message {
  return msg('The browser reports: {error}.', {
    error: error instanceof Error ? error.message : String(error),
  })
}
