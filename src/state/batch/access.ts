// How the API is reached: the key, the base URL, and whether all of that works. The key itself goes to apiKey.ts
// and is nowhere else.
import { fail, ok, type Result } from '../../base/result.ts'
import { normaliseBaseUrl, normaliseId, normaliseKey } from '../../batch/access.ts'
import type { ConnectionCheck } from '../../contracts/batchApi.ts'
import { msg } from '../../i18n/message.ts'
import { showMessage } from '../actions/messages.ts'
import {
  apiKey,
  belongsTo,
  dropApiKey,
  keepApiKey,
  removeStoredKey,
  restoreApiKey,
  storeApiKey,
} from './apiKey.ts'
import { type AccessSettings, batchStore } from './batchStore.ts'
import { accessHasChanged, askApi, mayAsk } from './batchWorker.ts'
import { refreshSoon } from './follow.ts'

/** What was typed or pasted; an empty text forgets the key. What is wrong with it is in the answer. */
export function setKey(text: string): Result<void> {
  if (text.trim() === '') {
    forgetKey()
    return ok()
  }
  const key = normaliseKey(text, batchStore.getState().access.baseUrl)
  if (!key.ok) return key
  if (key.value === '') {
    forgetKey()
    return ok()
  }
  keepApiKey(key.value)
  if (batchStore.getState().access.remembersKey) rememberKey(true)
  changeAccess({ hasKey: true })
  refreshSoon()
  return ok()
}

export function forgetKey(): void {
  dropApiKey()
  changeAccess({ hasKey: false })
}

/** In this tab's session storage, until the tab is closed. */
export function rememberKey(on: boolean): void {
  if (on && apiKey() && !storeApiKey(batchStore.getState().access.baseUrl)) {
    showMessage('alert', msg('This browser keeps nothing for this page. The key stays in memory.'))
    batchStore.setState(({ access }) => ({ access: { ...access, remembersKey: false } }))
    return
  }
  if (!on) removeStoredKey()
  batchStore.setState(({ access }) => ({ access: { ...access, remembersKey: on } }))
}

/** As typed. What is wrong with it is in the answer, and nothing is changed then. */
export function setAccess(
  part: Partial<Pick<AccessSettings, 'baseUrl' | 'organization' | 'project'>>,
): Result<void> {
  const before = batchStore.getState().access
  const baseUrl = normaliseBaseUrl(part.baseUrl ?? before.baseUrl)
  if (!baseUrl.ok) return baseUrl
  const organization = normaliseId(part.organization ?? before.organization)
  if (!organization.ok) return organization
  const project = normaliseId(part.project ?? before.project)
  if (!project.ok) return project
  const secret = apiKey()
  if (secret && secret.hideIn(baseUrl.value) !== baseUrl.value) {
    return fail(
      'bad-option',
      msg('The base URL holds the key. Addresses are written into logs: leave the key out of it.'),
    )
  }
  const next = {
    baseUrl: baseUrl.value,
    organization: organization.value ?? '',
    project: project.value ?? '',
  }
  const isSame =
    next.baseUrl === before.baseUrl &&
    next.organization === before.organization &&
    next.project === before.project
  if (isSame) return ok()
  const isOtherBase = next.baseUrl !== before.baseUrl
  batchStore.setState(({ access }) => ({
    access: { ...access, ...next },
    // An organisation may be asked about other things, and another server is another world.
    ...(isOtherBase && { others: { state: 'none', batches: [] } }),
  }))
  if (!belongsTo(next.baseUrl)) {
    forgetKey()
    showMessage(
      'status',
      msg('The key was used at another server and was forgotten. Type the key of this one.'),
    )
  } else {
    changeAccess({})
    if (before.remembersKey) rememberKey(true)
  }
  refreshSoon()
  return ok()
}

/** Tries each call that a run needs. */
export async function checkConnection(): Promise<void> {
  if (batchStore.getState().isChecking) return
  if (!mayAsk()) {
    batchStore.setState({ problem: msg('There is no key. Type it in the first step.') })
    return
  }
  const turn = (checkTurn += 1)
  batchStore.setState({ isChecking: true, checks: [], insists: false, problem: undefined })
  const take = (check: ConnectionCheck): void => {
    if (turn !== checkTurn) return
    batchStore.setState(({ checks }) => ({
      checks: [...checks.filter(({ call }) => call !== check.call), check],
    }))
  }
  const result = await askApi((client) => client.check(take))
  if (turn !== checkTurn) return
  batchStore.setState({ isChecking: false })
  if (result.ok) batchStore.setState({ checks: result.value })
  else batchStore.setState({ problem: result.failure.message })
}

let checkTurn = 0

/** Whether every call went well with the access of now. */
export function isConnectionFine(): boolean {
  const { checks, isChecking } = batchStore.getState()
  return !isChecking && checks.length > 0 && checks.every(({ problem }) => problem === undefined)
}

/** Which models the API offers, and when they end. */
export async function checkModels(): Promise<void> {
  const turn = checkTurn
  const models = await askApi((client) => client.models())
  if (turn !== checkTurn) return
  batchStore.setState(
    models.ok
      ? { models: models.value, modelsProblem: undefined }
      : { models: undefined, modelsProblem: models.failure.message },
  )
}

/** What this tab remembers from before a reload. */
export function restoreAccess(): void {
  const stored = restoreApiKey()
  if (stored === undefined) return
  const baseUrl = normaliseBaseUrl(stored)
  if (baseUrl.ok) changeAccess({ baseUrl: baseUrl.value, hasKey: true, remembersKey: true })
  else dropApiKey()
}

/** What was found out with another key or at another place is worth nothing now. */
function changeAccess(change: Partial<AccessSettings>): void {
  checkTurn += 1
  accessHasChanged()
  batchStore.setState(({ access }) => ({
    access: { ...access, ...change },
    checks: [],
    isChecking: false,
    models: undefined,
    modelsProblem: undefined,
    problem: undefined,
  }))
}
