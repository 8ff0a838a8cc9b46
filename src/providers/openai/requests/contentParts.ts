// The parts of a message's content as the two endpoints of chat write them.
// Source: OpenAI's OpenAPI description of 2026-08-21, ChatCompletionRequestMessageContentPart* and
// Input*Content.
import { isObject } from '../../../json/jsonPath.ts'
import { parseJson } from '../../../fixes/lineValue.ts'
import { elementsOf, type Member, membersOf, type Writer } from '../../../fixes/writeMembers.ts'

/** A message's content, a string or its parts, as JSON. */
export type ContentChange = (content: string, role: string, writer: Writer) => string

/** For /v1/chat/completions. What is that already, and what is not known, stays as it is. */
export const toChatContent: ContentChange = (content, _role, writer) =>
  changeParts(content, writer, (members, type) => {
    if (type === 'input_text' || type === 'output_text') return withType(members, 'text')
    if (type !== 'input_image' && type !== 'image_url') return undefined
    const url = valueOf(members, 'image_url') ?? valueOf(members, 'url')
    // A file by its id has no place in chat completions.
    if (url === undefined || !url.startsWith('"')) return undefined
    const detail = valueOf(members, 'detail')
    const inner: Member[] = [['url', url], ...(detail ? [['detail', detail] as const] : [])]
    return [
      ['type', '"image_url"'],
      ['image_url', writer.object(inner)],
      ...members.filter(([key]) => !OF_IMAGE.has(key)),
    ]
  })

/** For /v1/responses. */
export const toResponsesContent: ContentChange = (content, role, writer) =>
  changeParts(content, writer, (members, type) => {
    if (type === 'text') {
      return withType(members, role === 'assistant' ? 'output_text' : 'input_text')
    }
    const isChatImage = type === 'image_url'
    if (!isChatImage && !(type === 'input_image' && valueOf(members, 'url'))) return undefined
    const own = valueOf(members, isChatImage ? 'image_url' : 'url') ?? ''
    const inner = own.startsWith('{') ? membersOf(own) : [['url', own] as const]
    const url = valueOf(inner, 'url')
    if (!url?.startsWith('"')) return undefined
    return [
      ['type', '"input_image"'],
      ['image_url', url],
      ...inner.filter(([key]) => key !== 'url'),
      ...members.filter(([key]) => !OF_URL.has(key)),
    ]
  })

const OF_IMAGE: ReadonlySet<string> = new Set(['type', 'image_url', 'url', 'detail'])
const OF_URL: ReadonlySet<string> = new Set(['type', 'image_url', 'url'])

function changeParts(
  content: string,
  writer: Writer,
  change: (members: readonly Member[], type: unknown) => readonly Member[] | undefined,
): string {
  if (!content.startsWith('[')) return content
  const before = elementsOf(content)
  const after = before.map((part) => {
    const value = parseJson(part)
    const changed = isObject(value) ? change(membersOf(part), value['type']) : undefined
    return changed ? writer.object(changed) : part
  })
  return after.every((part, i) => part === before[i]) ? content : writer.array(after)
}

function withType(members: readonly Member[], type: string): readonly Member[] {
  return members.map(([key, value]): Member => [key, key === 'type' ? `"${type}"` : value])
}

function valueOf(members: readonly Member[], key: string): string | undefined {
  return members.find(([each]) => each === key)?.[1]
}
