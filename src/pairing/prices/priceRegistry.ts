// The providers whose prices the table has. The bundler finds them.
import type { ProviderPrices } from './definePrices.ts'

export const providerPrices: readonly ProviderPrices[] = Object.values(
  import.meta.glob<ProviderPrices>('../../providers/*/prices.ts', {
    eager: true,
    import: 'prices',
  }),
)

const pricesBySource = new Map(providerPrices.map((prices) => [prices.source, prices]))

export function findProviderPrices(source: string): ProviderPrices | undefined {
  return pricesBySource.get(source)
}
