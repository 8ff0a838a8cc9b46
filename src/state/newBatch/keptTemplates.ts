// Templates that are kept on this device because the user asked for it, and as a file of JSON. Rows are never kept.
import { get, set } from 'idb-keyval'
import { msg } from '../../i18n/message.ts'
import { isObject } from '../../json/jsonPath.ts'
import { showMessage } from '../actions/messages.ts'
import { startDownload } from '../startDownload.ts'
import { bodyTextOf } from './formTemplate.ts'
import { type KeptTemplate, newBatchStore } from './newBatchStore.ts'
import { refreshSoon, suggestModels } from './refresh.ts'

const KEY = 'lineproof.templates'

/** What a file of templates says of itself. */
const FILE_KIND = 'lineproof-templates'

/** More would not be looked through. */
const LIMIT = 200

/** Shows what was kept; nothing where the browser keeps nothing. */
export async function showKept(): Promise<void> {
  try {
    newBatchStore.setState({ kept: templatesIn(await get<unknown>(KEY)) })
  } catch {
    // A private window: there are none.
  }
}

/** Takes the place of one of the same name. */
export async function keepTemplate(name: string): Promise<void> {
  const state = newBatchStore.getState()
  const { endpoint, idPattern } = state
  await addTemplates([{ name, endpoint, body: bodyTextOf(state), idPattern }])
}

export async function forgetTemplate(name: string): Promise<void> {
  await store(newBatchStore.getState().kept.filter((template) => template.name !== name))
}

/** Takes the place of what is typed for its endpoint. */
export function applyTemplate({ endpoint, body, idPattern }: KeptTemplate): void {
  newBatchStore.setState(({ bodies }) => ({
    endpoint,
    bodies: { ...bodies, [endpoint]: body },
    idPattern,
  }))
  refreshSoon()
  void suggestModels()
}

export function exportTemplates(): void {
  const { kept } = newBatchStore.getState()
  const text = `${JSON.stringify({ kind: FILE_KIND, templates: kept }, null, 2)}\n`
  startDownload(new Blob([text], { type: 'application/json' }), 'templates.json')
}

/** Adds those of a file that `exportTemplates` made; those of the same name are replaced. */
export async function importTemplates(file: File): Promise<void> {
  const found = await readTemplates(file)
  if (found.length === 0) {
    showMessage('alert', msg('There are no templates in {name}.', { name: file.name }))
    return
  }
  await addTemplates(found)
}

async function readTemplates(file: File): Promise<readonly KeptTemplate[]> {
  try {
    const value: unknown = JSON.parse(await file.text())
    return isObject(value) && value['kind'] === FILE_KIND ? templatesIn(value['templates']) : []
  } catch {
    return []
  }
}

async function addTemplates(added: readonly KeptTemplate[]): Promise<void> {
  const names = new Set(added.map(({ name }) => name))
  const others = newBatchStore.getState().kept.filter(({ name }) => !names.has(name))
  await store([...added, ...others].slice(0, LIMIT))
}

async function store(kept: readonly KeptTemplate[]): Promise<void> {
  newBatchStore.setState({ kept })
  try {
    await set(KEY, kept)
  } catch {
    showMessage(
      'alert',
      msg('The browser did not keep the templates. Export them before you close this page.'),
    )
  }
}

/** What of any value is a list of templates. */
function templatesIn(value: unknown): readonly KeptTemplate[] {
  if (!Array.isArray(value)) return []
  return value.flatMap((entry: unknown) => {
    if (!isObject(entry)) return []
    const { name, endpoint, body, idPattern } = entry
    const isWhole = [name, endpoint, body, idPattern].every((part) => typeof part === 'string')
    return isWhole && name !== '' ? [{ name, endpoint, body, idPattern } as KeptTemplate] : []
  })
}
