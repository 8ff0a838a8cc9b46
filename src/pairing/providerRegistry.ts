// All providers whose lines can be paired. Their definitions are found by the bundler, so adding one
// needs no change here; providers/conformance.test.ts lists and checks what was found.
import type { ProviderDefinition } from './defineProvider.ts'

const modules = import.meta.glob<ProviderDefinition>('../providers/*/pairing.ts', {
  eager: true,
  import: 'provider',
})

/** In the order in which they are asked whose a line is. */
export const providers: readonly ProviderDefinition[] = Object.values(modules).sort(
  (a, b) => Number(a.isAskedLast ?? false) - Number(b.isAskedLast ?? false),
)

const providersById = new Map(providers.map((provider) => [provider.id, provider]))

export function findProvider(id: string): ProviderDefinition | undefined {
  return providersById.get(id)
}

/** The files that the definitions came from: '../providers/openai/pairing.ts'. @internal For tests. */
export const definitionFiles: readonly string[] = Object.keys(modules)
