// Money as people read it. Costs of batches go from hundredths of a cent to thousands of dollars.

const whole = new Intl.NumberFormat('en-US', {
  style: 'currency',
  currency: 'USD',
  minimumFractionDigits: 2,
  maximumFractionDigits: 2,
})
const small = new Intl.NumberFormat('en-US', {
  style: 'currency',
  currency: 'USD',
  minimumSignificantDigits: 1,
  maximumSignificantDigits: 2,
})

/** '$1,234.50', '$0.021', 'under $0.0001'; 0 is '$0.00'. */
export function formatUsd(usd: number): string {
  if (usd > 0 && usd < 0.0001) return 'under $0.0001'
  return (usd === 0 || Math.abs(usd) >= 0.0995 ? whole : small).format(usd)
}
