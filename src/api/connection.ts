// Whom is asked, and as whom.
import { isOpenAi, normaliseBaseUrl, normaliseId, normaliseKey } from '../batch/access.ts'
import { Secret } from '../batch/secret.ts'
import { ok, type Result } from '../base/result.ts'
import type { ApiAccess } from '../contracts/batchApi.ts'

export interface Connection {
  /** Without a slash at its end. */
  readonly baseUrl: string
  readonly key: Secret
  readonly organization: string | undefined
  readonly project: string | undefined
}

export function connectionOf(access: ApiAccess): Result<Connection> {
  const baseUrl = normaliseBaseUrl(access.baseUrl)
  if (!baseUrl.ok) return baseUrl
  const key = normaliseKey(access.key, baseUrl.value)
  if (!key.ok) return key
  const organization = normaliseId(access.organization)
  if (!organization.ok) return organization
  const project = normaliseId(access.project)
  if (!project.ok) return project
  return ok({
    baseUrl: baseUrl.value,
    key: new Secret(key.value),
    organization: organization.value,
    project: project.value,
  })
}

/**
 * No others: a server that is asked by a page says which headers it takes, and most take these alone. The
 * type of a form is the browser's to say.
 */
export function headersOf(connection: Connection, type?: 'json'): Record<string, string> {
  const { key, organization, project } = connection
  return {
    ...(!key.isEmpty && { Authorization: `Bearer ${key.reveal()}` }),
    ...(type && { 'Content-Type': 'application/json' }),
    ...(organization !== undefined && { 'OpenAI-Organization': organization }),
    ...(project !== undefined && { 'OpenAI-Project': project }),
  }
}

/** For messages. */
export function hostOf({ baseUrl, key }: Connection): string {
  return isOpenAi(baseUrl) ? 'api.openai.com' : key.hideIn(new URL(baseUrl).host)
}
