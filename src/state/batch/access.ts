// How the API is reached: the key, the base URL, and whether all of that works. The key itself goes to apiKey.ts
// and is nowhere else.
import { fail, ok, type Result } from '../../base/result.ts'
import { normaliseBaseUrl, normaliseId, normaliseKey } from '../../batch/access.ts'
import { Secret } from '../../batch/secret.ts'
import type { ConnectionCheck } from '../../contracts/batchApi.ts'
import { type Message, msg } from '../../i18n/message.ts'
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
import { accessHasChanged, accessOfNow, askApi, mayAsk } from './batchWorker.ts'
import { isConnectionFine } from './connection.ts'
import { refreshNow, refreshSoon } from './follow.ts'
import { readAccess, storeAccess, type StoredAccess } from './storedAccess.ts'

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
  const misplaced = whereKeyStands(new Secret(key.value), batchStore.getState().access)
  if (misplaced) return fail('bad-option', misplaced)
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
  const next = {
    baseUrl: baseUrl.value,
    organization: organization.value ?? '',
    project: project.value ?? '',
  }
  const secret = apiKey()
  const misplaced = secret && whereKeyStands(secret, next)
  if (misplaced) return fail('bad-option', misplaced)
  const isSame =
    next.baseUrl === before.baseUrl &&
    next.organization === before.organization &&
    next.project === before.project
  if (isSame) return ok()
  storeAccess(next)
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

/** What is wrong where the key is a part of what is no secret: it is kept, and addresses are written into logs. */
function whereKeyStands(
  secret: Secret,
  { baseUrl, organization, project }: StoredAccess,
): Message | undefined {
  const holdsKey = (text: string): boolean => secret.hideIn(text) !== text
  if (holdsKey(baseUrl)) {
    return msg(
      'The base URL holds the key. Addresses are written into logs: leave the key out of it.',
    )
  }
  return holdsKey(organization) || holdsKey(project)
    ? msg('The key stands in the field of the organisation or project. Leave it out of there.')
    : undefined
}

/** Tries each call that a run needs. */
export async function checkConnection(): Promise<void> {
  if (batchStore.getState().isChecking) return
  if (!mayAsk()) {
    batchStore.setState({ problem: msg('There is no key. Type it in the first step.') })
    return
  }
  const turn = (checkTurn += 1)
  batchStore.setState(({ insists }) => ({
    isChecking: true,
    checks: [],
    insists: { ...insists, connection: false },
    problem: undefined,
  }))
  const take = (check: ConnectionCheck): void => {
    if (turn !== checkTurn) return
    batchStore.setState(({ checks }) => ({
      checks: [...checks.filter(({ call }) => call !== check.call), check],
    }))
  }
  const result = await askApi((client) => client.check(take))
  if (turn !== checkTurn) return
  batchStore.setState({ isChecking: false })
  if (result.ok) {
    batchStore.setState({ checks: result.value })
    // Now it is known that this server wants none.
    if (!apiKey() && isConnectionFine()) refreshNow()
  } else batchStore.setState({ problem: result.failure.message })
}

let checkTurn = 0

/** Which models the API offers, and when they end. */
export async function checkModels(): Promise<void> {
  const access = accessOfNow()
  const models = await askApi((client) => client.models())
  if (access !== accessOfNow()) return
  batchStore.setState(
    models.ok
      ? { models: models.value, modelsProblem: undefined }
      : { models: undefined, modelsProblem: models.failure.message },
  )
}

/** What this tab remembers from before a reload; false where that is nothing. */
export function restoreAccess(): boolean {
  const access = readAccess()
  if (access) changeAccess(access)
  const stored = restoreApiKey()
  if (stored === undefined) return access !== undefined
  const baseUrl = normaliseBaseUrl(stored)
  if (!baseUrl.ok) {
    dropApiKey()
    return access !== undefined
  }
  // Ids of another server are none of this one's.
  const ids = access?.baseUrl === baseUrl.value ? {} : { organization: '', project: '' }
  changeAccess({ ...ids, baseUrl: baseUrl.value, hasKey: true, remembersKey: true })
  return true
}

/** What was found out with another key or at another place is worth nothing now. */
function changeAccess(change: Partial<AccessSettings>): void {
  checkTurn += 1
  accessHasChanged()
  batchStore.setState(({ access, insists }) => ({
    access: { ...access, ...change },
    checks: [],
    insists: { ...insists, connection: false },
    isChecking: false,
    models: undefined,
    modelsProblem: undefined,
    problem: undefined,
  }))
}
