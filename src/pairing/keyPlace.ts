// Where a provider's key is, for people.
import { formatPath } from '../json/jsonPath.ts'
import { keyPathOf } from './keyPath.ts'
import type { PairRole } from './pairLines.ts'
import { findProvider } from './providerRegistry.ts'

/** As `parseKeyPath` reads it: 'custom_id'. Empty for a provider that there is not. */
export function keyPlaceOf(providerId: string, role: PairRole): string {
  const provider = findProvider(providerId)
  const path = provider && keyPathOf(provider, role)
  return path ? formatPath(path) : ''
}
