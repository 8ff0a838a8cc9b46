// How many cases a property test tries. A change is checked often and should be checked within a minute,
// so each property tries enough cases to find what is broken outright; `npm run fuzz`, nightly and before
// a release, tries a hundred times as many, with other seeds.

/** Of `full`, when it is not fuzzing. */
const QUICK_SHARE = 1 / 6

/** Below this a property says little. */
const QUICK_LEAST = 20

const FUZZ_FACTOR = 20

/** `full`: enough to find what is rare, too. A number up to 20 is run in full. */
export function runs(full: number): { readonly numRuns: number } {
  if (import.meta.env.MODE === 'fuzz') return { numRuns: full * FUZZ_FACTOR }
  return { numRuns: Math.min(full, Math.max(QUICK_LEAST, Math.round(full * QUICK_SHARE))) }
}
