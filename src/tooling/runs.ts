// How many cases a property test tries. A change is checked often and should be checked within a minute,
// so each property tries enough cases to find what is broken outright; `npm run fuzz`, nightly and before
// a release, tries a hundred times as many, with other seeds.

/** Of `full`, when it is not fuzzing. */
const QUICK_SHARE = 1 / 6

/** Below this a property says little. */
const QUICK_LEAST = 20

const FUZZ_FACTOR = 20

/**
 * `full`: enough to find what is rare, too. A number up to 20 is run in full. `quick` is for cases that
 * take long, or of which the same law tries others elsewhere, as for every format.
 */
export function runs(full: number, quick = quickRuns(full)): { readonly numRuns: number } {
  return { numRuns: import.meta.env.MODE === 'fuzz' ? full * FUZZ_FACTOR : quick }
}

function quickRuns(full: number): number {
  return Math.min(full, Math.max(QUICK_LEAST, Math.round(full * QUICK_SHARE)))
}
