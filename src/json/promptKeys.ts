// Whether lines look like prompts that nobody has asked yet: by the names of their keys.

/** Names under which people keep what they ask, the likeliest first. */
const PROMPT_KEYS = ['prompt', 'question', 'query', 'instruction', 'input', 'sentence', 'text']

/** Where these are, it was asked, or is material for training. */
const ANSWER_KEYS = ['completion', 'output', 'answer', 'answers', 'response', 'messages', 'label']

/** The key of the prompts; undefined where none is, or where answers are, too. */
export function promptKeyOf(keys: readonly string[]): string | undefined {
  const plain = new Map(keys.map((key) => [key.toLowerCase(), key]))
  if (ANSWER_KEYS.some((key) => plain.has(key))) return undefined
  return PROMPT_KEYS.flatMap((key) => plain.get(key) ?? [])[0]
}
