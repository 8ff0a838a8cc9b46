// How often property tests with a number of runs of their own draw.
const FUZZ_FACTOR = 20

/** `usual` runs, and many more with `npm run fuzz`. */
export function runs(usual: number): { readonly numRuns: number } {
  return { numRuns: import.meta.env.MODE === 'fuzz' ? usual * FUZZ_FACTOR : usual }
}
