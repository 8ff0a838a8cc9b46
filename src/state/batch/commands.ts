// The five steps of the document in front, as commands to copy: with its name, its endpoint and the address of the
// API. The key is in none of them: they read it from the environment.
import { type CommandLanguage, commandSteps, joinSteps } from '../../batch/commands.ts'
import { translator } from '../language.ts'
import { activeDocument, type DocumentTab } from '../store.ts'
import { batchStore } from './batchStore.ts'
import { preparedParts } from './documentParts.ts'

/** What stands where no file is open, or its lines do not agree on an endpoint. */
const EXAMPLE_NAME = 'requests.jsonl'
const EXAMPLE_ENDPOINT = '/v1/chat/completions'

/** For the active document. */
export function commandsText(language: CommandLanguage): string {
  const { baseUrl, organization, project } = batchStore.getState().access
  const tab = activeDocument()
  const steps = commandSteps(language, {
    fileName: tab?.name ?? EXAMPLE_NAME,
    baseUrl,
    endpoint: (tab && endpointOf(tab)) ?? EXAMPLE_ENDPOINT,
    organization,
    project,
  })
  return joinSteps(steps, translator().t)
}

/** The `url` that all lines have. */
function endpointOf({ key, facts }: DocumentTab): string | undefined {
  const url = facts?.columns.find(({ id }) => id === 'url')?.uniform
  return url || preparedParts(key)?.[0]?.endpoint
}
