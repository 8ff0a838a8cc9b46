// The messages of a request, changed one by one with everything else of them kept as it stands.
import { isObject } from '../../../json/jsonPath.ts'
import type { ContentChange } from './contentParts.ts'
import { parseJson } from '../../../fixes/lineValue.ts'
import { elementsOf, membersOf, type Member, type Writer } from '../../../fixes/writeMembers.ts'

/**
 * A JSON array of messages with the content of each changed; undefined when one of them is not a message
 * of that kind: calls of tools and their results are written otherwise altogether.
 */
export function changeMessages(
  json: string,
  writer: Writer,
  change: ContentChange,
): string | undefined {
  const before = elementsOf(json)
  const after: string[] = []
  for (const message of before) {
    const value = parseJson(message)
    if (!isObject(value) || !ROLES.has(value['role'])) return undefined
    if (Object.keys(value).some((key) => OF_TOOLS.has(key))) return undefined
    const role = String(value['role'])
    const members = membersOf(message)
    const changed = members.map(
      ([key, own]): Member => [key, key === 'content' ? change(own, role, writer) : own],
    )
    const isSame = changed.every(([, own], i) => own === members[i]?.[1])
    after.push(isSame ? message : writer.object(changed))
  }
  return after.every((message, i) => message === before[i]) ? json : writer.array(after)
}

const ROLES: ReadonlySet<unknown> = new Set(['system', 'developer', 'user', 'assistant'])
const OF_TOOLS: ReadonlySet<string> = new Set([
  'tool_calls',
  'tool_call_id',
  'function_call',
  'call_id',
])
