// Rules about chat messages that their shapes cannot say.
import type { JsonPath } from '../../diagnostics/diagnostic.ts'
import type { LineRule } from '../defineFormat.ts'

/** What may stand in an assistant message in place of content. */
const IN_PLACE_OF_CONTENT = ['content', 'tool_calls', 'function_call', 'audio', 'refusal']

/** `at`: where the object with `messages` is. */
export function assistantContentRule(at: JsonPath): LineRule {
  return {
    code: 'assistant-without-content',
    severity: 'error',
    title: 'Assistant message has no content',
    reads: [
      [...at, 'messages', '[]', 'role'],
      { path: [...at, 'messages', '[]', '{}'], sees: { keys: IN_PLACE_OF_CONTENT } },
    ],
    anyOrder: true,
    check([roles, keys]) {
      if (!Array.isArray(roles) || !Array.isArray(keys)) return undefined
      const index = roles.findIndex(
        (role, i) => role === 'assistant' && !hasAny(keys[i], IN_PLACE_OF_CONTENT),
      )
      if (index < 0) return undefined
      return {
        message: `Message ${index + 1} is of the assistant and has neither content nor a call. Add "content".`,
        at: 0,
      }
    },
  }
}

function hasAny(keys: unknown, wanted: readonly string[]): boolean {
  return Array.isArray(keys) && keys.some((key) => wanted.includes(String(key)))
}
