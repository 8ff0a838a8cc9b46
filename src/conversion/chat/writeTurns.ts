// Turns of a conversation as the members of a record.
import { membersOf, type Turn } from './readTurns.ts'

export type ChatShape = 'chat' | 'promptCompletion' | 'shareGpt'

/** `"key":value` each; undefined where the shape has no place for something in the conversation. */
export function writeTurns(shape: ChatShape, turns: readonly Turn[]): string[] | undefined {
  if (shape === 'chat') return [`"messages":[${turns.map(messageOf).join(',')}]`]
  if (!turns.every(isPlain)) return undefined
  return shape === 'shareGpt' ? shareGpt(turns) : promptCompletion(turns)
}

function messageOf({ role, content, message }: Turn): string {
  return message ?? `{"role":${JSON.stringify(role)},"content":${content}}`
}

/** A text and who said it, and nothing besides: no images, no calls of tools, no names. */
function isPlain({ content, message }: Turn): boolean {
  if (!content.startsWith('"')) return false
  return message === undefined || membersOf(message).size === 2
}

const SPEAKERS: ReadonlyMap<string, string> = new Map([
  ['user', 'human'],
  ['assistant', 'gpt'],
  ['system', 'system'],
])

function shareGpt(turns: readonly Turn[]): string[] | undefined {
  const spoken = turns.map(({ role, content }) => {
    const from = SPEAKERS.get(role)
    return from && `{"from":"${from}","value":${content}}`
  })
  return spoken.includes(undefined) ? undefined : [`"conversations":[${spoken.join(',')}]`]
}

/** One question and one answer, after a system message at most. */
function promptCompletion(turns: readonly Turn[]): string[] | undefined {
  const system = turns[0]?.role === 'system' ? turns[0] : undefined
  const [asked, answered, ...others] = system ? turns.slice(1) : turns
  if (asked?.role !== 'user' || answered?.role !== 'assistant' || others.length > 0)
    return undefined
  return [
    ...(system ? [`"system":${system.content}`] : []),
    `"prompt":${asked.content}`,
    `"completion":${answered.content}`,
  ]
}
