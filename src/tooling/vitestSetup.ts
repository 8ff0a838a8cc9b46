// Property tests draw the same cases at every run, so that a red run means a change in the code.
// `npm run fuzz` draws new ones, and more of them.
import fc from 'fast-check'

const isFuzzing = import.meta.env.MODE === 'fuzz'

fc.configureGlobal(isFuzzing ? { numRuns: 2000 } : { numRuns: 40, seed: 20_261_123 })
