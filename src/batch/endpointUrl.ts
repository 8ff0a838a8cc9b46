// Addresses of calls. Paths come from lines of a file and ids from answers, and neither is to be trusted:
// a request with the user's key goes below the base that the user chose, and a line goes to an
// endpoint that answers lines.

/**
 * What a batch can ask for (OpenAI's `CreateBatchRequest.endpoint`, and what others have beside it). A line
 * that named another path could change the account: keys, members and fine-tuning are POST as well.
 */
const ENDPOINT =
  /\/(chat\/completions|responses|embeddings|completions|moderations|rerank|images\/(generations|edits)|videos|audio\/(transcriptions|translations))$/

const PLAIN_PATH = /^(\/[\w.:-]+)+$/

const VERSION = /^v\d+\w*$/

/**
 * Where a line with this `url` is asked: below the base, with the version once, though both have it.
 * Undefined for what is no endpoint of lines.
 */
export function endpointUrl(baseUrl: string, path: string): string | undefined {
  const steps = path.split('/').slice(1)
  if (!PLAIN_PATH.test(path) || !ENDPOINT.test(path) || steps.some(isDots)) return undefined
  const base = new URL(baseUrl)
  const baseSteps = base.pathname.split('/').filter((step) => step !== '')
  const last = baseSteps.at(-1) ?? ''
  const isOtherVersion = VERSION.test(last) && VERSION.test(steps[0] as string)
  const shared = isOtherVersion ? 1 : sharedSteps(baseSteps, steps)
  baseSteps.length -= shared
  return `${base.origin}/${[...baseSteps, ...steps].join('/')}`
}

/** How many of the last steps of one are the first of the other. */
function sharedSteps(base: readonly string[], path: readonly string[]): number {
  for (let count = Math.min(base.length, path.length); count > 0; count--) {
    if (base.slice(-count).join('/') === path.slice(0, count).join('/')) return count
  }
  return 0
}

/** An id as a step of an address; undefined for one that would lead elsewhere. */
export function idStep(id: string): string | undefined {
  // Half a surrogate pair has no bytes.
  if (id === '' || id.length > 512 || isDots(id) || !id.isWellFormed()) return undefined
  return encodeURIComponent(id)
}

function isDots(step: string): boolean {
  return step === '.' || step === '..'
}
