// How the API was reached last, but for the key: in this tab's session storage, so that a reload asks for the key
// alone.
import { normaliseBaseUrl, normaliseId } from '../../batch/access.ts'
import type { AccessSettings } from './batchStore.ts'

const STORAGE_KEY = 'lineproof.access'

export type StoredAccess = Pick<AccessSettings, 'baseUrl' | 'organization' | 'project'>

/** Nothing where the browser keeps nothing: it is typed again then. */
export function storeAccess({ baseUrl, organization, project }: StoredAccess): void {
  try {
    sessionStorage.setItem(STORAGE_KEY, JSON.stringify({ baseUrl, organization, project }))
  } catch {
    // As said.
  }
}

/** Undefined where nothing was typed. What is stored may be of anyone's hand, and is taken as if it was typed. */
export function readAccess(): StoredAccess | undefined {
  try {
    const entry: unknown = JSON.parse(sessionStorage.getItem(STORAGE_KEY) ?? 'null')
    if (typeof entry !== 'object' || entry === null) return undefined
    const { baseUrl, organization, project } = entry as Partial<Record<keyof StoredAccess, unknown>>
    const texts = [baseUrl, organization, project]
    if (!texts.every((text) => typeof text === 'string')) return undefined
    const [base, ofOrganization, ofProject] = [
      normaliseBaseUrl(String(baseUrl)),
      normaliseId(String(organization)),
      normaliseId(String(project)),
    ]
    if (!base.ok || !ofOrganization.ok || !ofProject.ok) return undefined
    return {
      baseUrl: base.value,
      organization: ofOrganization.value ?? '',
      project: ofProject.value ?? '',
    }
  } catch {
    return undefined
  }
}
