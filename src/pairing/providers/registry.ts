// All providers. The files in definitions/ are found by the bundler, so adding one needs no change
// here; the conformance test lists and checks what was found.
import type { ProviderDefinition } from './defineProvider.ts'

const modules = import.meta.glob<ProviderDefinition>('./definitions/*.ts', {
  eager: true,
  import: 'provider',
})

export const providers: readonly ProviderDefinition[] = Object.values(modules)

const providersById = new Map(providers.map((provider) => [provider.id, provider]))

export function findProvider(id: string): ProviderDefinition | undefined {
  return providersById.get(id)
}

/** The files that the definitions came from: './definitions/openai.ts'. */
export const definitionFiles: readonly string[] = Object.keys(modules)
