// The lines of an open document, as they were edited, as rows; of requests a template that takes every value from its own.
import { msg } from '../../i18n/message.ts'
import { writeBody } from '../../templates/forms/bodyForm.ts'
import { formOf } from '../../templates/forms/endpointForms.ts'
import { templateOfRequests } from '../../templates/forms/fromRequest.ts'
import { type LineRequest, requestOfLine } from '../../templates/forms/requestOfLine.ts'
import { promptKeyOf } from '../../json/promptKeys.ts'
import { newJobId } from '../actions/jobs.ts'
import { showFailure, showMessage } from '../actions/messages.ts'
import { clientOf, hasClient, sourceOf } from '../clients.ts'
import { contentOf } from '../conversion/documentContent.ts'
import { holdMadeFiles } from '../madeFiles.ts'
import { activeDocument, type DocumentKey, findDocument } from '../store.ts'
import { setField } from './changeForm.ts'
import { keepDraft } from './draft.ts'
import { takeFile } from './fileRows.ts'
import { bodyTextOf } from './formTemplate.ts'
import { newBatchState, newBatchStore } from './newBatchStore.ts'
import { openNewBatch } from './openNewBatch.ts'
import { suggestModels } from './refresh.ts'
import { openRows } from './rows.ts'
import { currentTurn, dropFile, isTurn } from './takenFile.ts'

/** All lines in one piece. */
const NO_LIMITS = { lines: Number.MAX_SAFE_INTEGER, bytes: Number.MAX_SAFE_INTEGER }

/** That templates begin with. */
const PROMPT_COLUMN = 'prompt'

/** Lines whose keys the template has, beside the first; keys of others are told of. */
const LOOKED_AT = 20

/** Of the document in front. What was typed before can be had back. */
export async function takeActiveDocument(): Promise<void> {
  const tab = activeDocument()
  if (tab) await takeDocument(tab.key)
}

async function takeDocument(key: DocumentKey): Promise<void> {
  const tab = findDocument(key)
  if (!tab || !hasClient(key)) return
  const client = clientOf(key)
  const jobId = newJobId()
  const mine = currentTurn()
  const letGo = holdMadeFiles(key)
  const [first, others, parts] = await Promise.all([
    client.requestsAt({ kind: 'first' }),
    client.requestsAt({ kind: 'random', count: LOOKED_AT, seed: 1 }),
    client.batchParts({ jobId, limits: NO_LIMITS, groups: 'none', selection: 'all' }, () => {}),
  ])
  if (!parts.ok) {
    letGo()
    showFailure(parts.failure)
    return
  }
  // Something else was chosen or typed since.
  if (!isTurn(mine)) {
    letGo()
    return
  }
  dropFile()
  const requests = [first, others]
    .flatMap((lines) => (lines.ok ? lines.value.requests : []))
    .map(({ text }) => requestOfLine(text))
  const isPlain = requests[0] === undefined
  takeTemplate(requests)
  openNewBatch()
  await openRows(
    { kind: 'document', name: tab.name },
    { kind: 'lines', blob: new Blob(parts.value.map(({ blob }) => blob)) },
    letGo,
  )
  if (isPlain) nameColumn()
}

/** A template as it begins asks for a column that is named otherwise here. */
function nameColumn(): void {
  const state = newBatchStore.getState()
  const { fields, body } = formOf(state.endpoint)
  const columns = state.rows.facts?.columns ?? []
  const key = promptKeyOf(columns)
  const field = fields.find(({ id }) => id === 'user')
  if (key === undefined || columns.includes(PROMPT_COLUMN) || !field) return
  if (bodyTextOf(state) === writeBody(body)) setField(field, `{{${key}}}`)
}

/** Of the first line's endpoint, if it is a request. */
function takeTemplate([first, ...others]: readonly (LineRequest | undefined)[]): void {
  if (!first) return
  const { endpoint, bodyKey, idKey } = first
  const alike = [first, ...others].filter((each) => each?.bodyKey === bodyKey)
  const body = templateOfRequests(
    alike.flatMap((each) => each?.body ?? []),
    bodyKey,
  )
  if (body === undefined) return
  const giveBack = keepDraft()
  newBatchStore.setState(({ bodies }) => ({
    endpoint,
    bodies: { ...bodies, [endpoint]: body },
    idPattern: idKey === undefined ? newBatchState.idPattern : `{{${idKey}}}`,
  }))
  void suggestModels()
  showMessage(
    'status',
    msg('Every request is taken as it stands; what you write here is the same in all.'),
    { label: msg('Back to what I typed'), run: giveBack },
  )
}

/** The document in front, which is not JSON Lines, as a file that becomes rows, with its edits. */
export async function takeActiveFile(): Promise<void> {
  const tab = activeDocument()
  const source = tab && sourceOf(tab.key)
  if (!tab || !source) return
  openNewBatch()
  const letGo = holdMadeFiles(tab.key)
  const content = await contentOf(tab)
  if (content.ok) {
    const { value } = content
    await takeFile(value instanceof File ? value : new File([value], source.file.name), letGo)
    return
  }
  letGo()
  showFailure(content.failure)
}
