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
  const name = /claude-(.*)$/.exec(model ?? '')?.[1]
  if (name === undefined) return undefined
  if (/^(?:fable|mythos)/.test(name)) return 'all'
  // claude-3-5-haiku-20241022, claude-opus-4-7, claude-sonnet-5: dates have eight digits.
  const [major, minor = 0] = [...name.matchAll(/(?<!\d)(\d{1,2})(?!\d)/g)].map((found) =>
    Number(found[1]),
  )
  if (major === undefined) return undefined
  if (major > 4 || (major === 4 && minor >= 7)) return 'all'
  return major === 4 && minor >= 1 ? 'both' : 'nothing'
}
