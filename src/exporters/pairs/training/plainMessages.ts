// Conversations of any API as messages of a training file, where nothing of them is lost: words, images
// by address, calls of functions and their results.
import type { Message, Part, ToolCall } from '../../../pairing/conversation.ts'

interface Draft {
  readonly role: string
  readonly content: string | readonly unknown[] | undefined
  readonly calls: readonly ToolCall[]
  readonly callId: string | undefined
}

const ROLES: readonly string[] = ['system', 'developer', 'user', 'assistant']

/** JSON texts, one for each message; undefined when something has no form there. */
export function plainMessages(conversation: readonly Message[]): readonly string[] | undefined {
  const drafts: Draft[] = []
  for (const message of conversation) {
    const made = draftsOf(message)
    if (!made) return undefined
    for (const draft of made) addDraft(drafts, draft)
  }
  const messages = drafts.map(messageText)
  return messages.every((message) => message !== undefined) ? messages : undefined
}

/** Calls that were made together are one message. */
function addDraft(drafts: Draft[], draft: Draft): void {
  const last = drafts.at(-1)
  const isMore = draft.role === 'assistant' && draft.content === undefined
  if (last?.role === 'assistant' && isMore) {
    drafts[drafts.length - 1] = { ...last, calls: [...last.calls, ...draft.calls] }
  } else drafts.push(draft)
}

/** Results stand before what is said after them. undefined when a part has no form. */
function draftsOf({ role, parts }: Message): readonly Draft[] | undefined {
  const said = parts.filter(({ kind }) => kind !== 'reasoning')
  const results = said.filter((part) => part.kind === 'toolResult')
  const others = said.filter((part) => part.kind !== 'toolResult')
  const drafts: Draft[] = []
  for (const { callId, parts: inner } of results) {
    const content = textOf(inner)
    if (callId === undefined || content === undefined) return undefined
    drafts.push({ role: 'tool', content, calls: [], callId })
  }
  if (others.length === 0) return drafts
  const calls = others.filter((part) => part.kind === 'toolCall')
  const rest = others.filter((part) => part.kind !== 'toolCall')
  const content = rest.length === 0 ? undefined : contentOf(role, rest)
  if (rest.length > 0 && content === undefined) return undefined
  if (!ROLES.includes(role) || (calls.length > 0 && role !== 'assistant')) return undefined
  return [...drafts, { role, content, calls, callId: undefined }]
}

function contentOf(role: string, parts: readonly Part[]): Draft['content'] {
  const text = textOf(parts)
  if (text !== undefined) return text
  if (role !== 'user') return undefined
  const items = parts.map((part) => {
    if (part.kind === 'text') return { type: 'text', text: part.text }
    const isImage = part.kind === 'media' && part.media === 'image' && part.source.kind === 'url'
    return isImage ? { type: 'image_url', image_url: { url: part.source.url } } : undefined
  })
  return items.every((item) => item !== undefined) ? items : undefined
}

/** undefined unless all parts are words. */
function textOf(parts: readonly Part[]): string | undefined {
  const texts = parts.map((part) => (part.kind === 'text' ? part.text : undefined))
  return texts.every((text) => text !== undefined) ? texts.join('\n') : undefined
}

function messageText({ role, content, calls, callId }: Draft): string | undefined {
  if (role !== 'tool' && content === '') return undefined
  const written = calls.map(callText)
  if (written.some((call) => call === undefined)) return undefined
  const members = [`"role":${JSON.stringify(role)}`]
  if (content !== undefined) members.push(`"content":${JSON.stringify(content)}`)
  if (callId !== undefined) members.push(`"tool_call_id":${JSON.stringify(callId)}`)
  if (written.length > 0) members.push(`"tool_calls":[${written.join(',')}]`)
  return `{${members.join(',')}}`
}

/** undefined for a call that its result could not refer to. */
function callText({ id, name, input }: ToolCall): string | undefined {
  if (id === undefined) return undefined
  return JSON.stringify({ id, type: 'function', function: { name, arguments: input } })
}

/** The answer as the last message; undefined when it is neither words nor calls. */
export function answerMessage(parts: readonly Part[], text: string | undefined) {
  const said = parts.filter(({ kind }) => kind !== 'reasoning')
  const calls = said.filter((part) => part.kind === 'toolCall')
  const isPlain = said.every(({ kind }) => kind === 'toolCall' || kind === 'text')
  const content = text === undefined || text.trim() === '' ? undefined : text
  if (!isPlain || (content === undefined && calls.length === 0)) return undefined
  return messageText({ role: 'assistant', content, calls, callId: undefined })
}
