// Whose a model is, by its name, as far as that can be told, and what some refuse.

const OWNERS: readonly (readonly [owner: string, names: RegExp])[] = [
  [
    'openai',
    /^(?:ft:)?(?:gpt-(?!oss)|o\d|chatgpt-|text-embedding-3|text-embedding-ada|computer-use)/,
  ],
  ['anthropic', /^claude-/],
  ['gemini', /^(?:models\/)?(?:gemini|gemma|learnlm)-/],
  ['mistral', /^(?:mistral|ministral|codestral|pixtral|magistral|devstral|voxtral|open-mi)/],
  [
    'bedrock',
    /^(?:arn:aws|(?:[a-z]{2,6}\.)?(?:anthropic|amazon|meta|mistral|cohere|ai21|deepseek|openai|qwen)\.)/,
  ],
]

/** Id of the provider that the name is plainly of; undefined where it may be anyone's. */
export function ownerOf(model: string): string | undefined {
  return OWNERS.find(([, names]) => names.test(model))?.[0]
}

/** What a Claude model refuses of temperature, top_p and top_k; `both`: temperature together with top_p. */
export type SamplingRefusal = 'all' | 'both' | 'nothing'

/**
 * By its version: from 4.7 on all of them, as Anthropic's migration guide of 2026-10 says, from 4.1 on both
 * together, as its API answers. undefined where the name does not tell.
 */
export function refusedSampling(model: string | undefined): SamplingRefusal | undefined {
  const version = claudeVersion(model)
  if (version === undefined) return undefined
  const { isLatest, major, minor } = version
  if (isLatest) return 'all'
  if (major > 4 || (major === 4 && minor >= 7)) return 'all'
  return major === 4 && minor >= 1 ? 'both' : 'nothing'
}

/**
 * The levels of `effort` that a Claude model takes, lowest first; none where it refuses the parameter, as Haiku
 * and Sonnet 4.5 do. By Anthropic's page on effort of 2026-08. undefined where the name does not tell.
 */
export function effortLevels(model: string | undefined): readonly string[] | undefined {
  const version = claudeVersion(model)
  if (version === undefined || version.isLatest) return undefined
  const { major, minor, name } = version
  if (major > 4 || (major === 4 && minor >= 7)) return undefined
  if (major === 4 && minor === 6) return ['low', 'medium', 'high', 'max']
  const isOpus45 = major === 4 && minor === 5 && /opus/.test(name)
  return isOpus45 ? ['low', 'medium', 'high'] : []
}

/** undefined where the name does not tell. `isLatest`: of a family that is newer than all numbered ones. */
function claudeVersion(model: string | undefined) {
  const name = /claude-(.*)$/.exec(model ?? '')?.[1]
  if (name === undefined) return undefined
  const isLatest = /^(?:fable|mythos)/.test(name)
  // claude-3-5-haiku-20241022, claude-opus-4-7, claude-sonnet-5: dates have eight digits.
  const [major, minor = 0] = [...name.matchAll(/(?<!\d)(\d{1,2})(?!\d)/g)].map((found) =>
    Number(found[1]),
  )
  if (major === undefined && !isLatest) return undefined
  return { name, isLatest, major: major ?? 0, minor }
}
