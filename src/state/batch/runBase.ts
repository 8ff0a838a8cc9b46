// After a reload: the server of the runs that go on, so that only its key has to be typed.
import { normaliseBaseUrl } from '../../batch/access.ts'
import { batchStore } from './batchStore.ts'
import { accessHasChanged } from './batchWorker.ts'

/** The base URL of the newest run that goes on: for whoever has typed none in this tab. */
export function setBaseOfRuns(): void {
  const { access, runs } = batchStore.getState()
  const run = runs.find(({ parts }) =>
    parts.some(({ state }) => state !== 'ended' && state !== 'stopped'),
  )
  // What is stored may be of anyone's hand.
  const baseUrl = run && normaliseBaseUrl(run.baseUrl)
  if (!baseUrl?.ok || baseUrl.value !== run?.baseUrl) return
  accessHasChanged()
  batchStore.setState({ access: { ...access, baseUrl: baseUrl.value } })
}
