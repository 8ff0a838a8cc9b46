// Usage in OpenAI's two vocabularies: prompt/completion (chat, completions, embeddings) and
// input/output (Responses, images).
import { countField, field } from '../../../pairing/jsonReading.ts'
import { tokenCounts } from '../../../pairing/usage.ts'
import type { TokenCounts } from '../../../pairing/usage.ts'

export function readOpenAiUsage(usage: unknown): TokenCounts | undefined {
  const input = field(usage, 'prompt_tokens_details') ?? field(usage, 'input_tokens_details')
  const output = field(usage, 'completion_tokens_details') ?? field(usage, 'output_tokens_details')
  const prompt = countField(usage, 'prompt_tokens') ?? countField(usage, 'input_tokens')
  const completion = countField(usage, 'completion_tokens') ?? countField(usage, 'output_tokens')
  const reasoning = countField(output, 'reasoning_tokens')
  const total = countField(usage, 'total_tokens')
  // xAI counts reasoning beside the completion, not inside it; the total tells.
  const isBeside = total === (prompt ?? 0) + (completion ?? 0) + (reasoning ?? 0)
  return tokenCounts({
    prompt,
    cached: countField(input, 'cached_tokens'),
    cacheWritten: countField(input, 'cache_write_tokens'),
    completion: isBeside && completion !== undefined ? completion + (reasoning ?? 0) : completion,
    reasoning,
    total,
  })
}
