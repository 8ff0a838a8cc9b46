// Turns of a conversation as the members of a record, or why the record has no place for them.
import { childrenAt, skipSpace } from '../../json/walkText.ts'
import { type Message, msg } from '../../i18n/message.ts'
import { membersOf, type Turn } from './readTurns.ts'

export type ChatShape = 'chat' | 'promptCompletion' | 'shareGpt' | 'alpaca' | 'questionAnswer'

export interface WrittenTurns {
  /** `"key":value` each. */
  readonly members: readonly string[]
  /** What other programs may not find in them: a key that the shape usually lacks. */
  readonly unusual?: Message
}

/** Why `turns` cannot be written without losing something. */
export interface Unwritable {
  readonly reason: Message
}

export function writeTurns(shape: ChatShape, turns: readonly Turn[]): WrittenTurns | Unwritable {
  if (shape === 'chat') return { members: [`"messages":[${turns.map(messageOf).join(',')}]`] }
  const reason = turns.map(reasonAgainst).find((found) => found !== undefined)
  if (reason) return { reason }
  return shape === 'shareGpt' ? shareGpt(turns) : oneAnswer(KEYS[shape], turns)
}

function messageOf({ role, content, message }: Turn): string {
  return message ?? `{"role":${JSON.stringify(role)},"content":${content}}`
}

/** Only a text and who said it have a place: no images, no calls of tools, no names. */
function reasonAgainst({ content, message }: Turn): Message | undefined {
  const other =
    message === undefined ? undefined : [...membersOf(message).keys()].find(isNoPartOfTurn)
  if (other !== undefined) {
    return msg(
      'A message has the key {key} beside its role and content; the other shape has no place for it.',
      { key: other },
    )
  }
  if (!content.startsWith('"')) {
    return msg('The content of a message is no text; the other shape has a place for text alone.')
  }
  // A member that stands twice would be written once.
  if (message !== undefined && [...childrenAt(message, skipSpace(message, 0))].length > 2) {
    return msg('A message has a key twice; the other shape has a place for one of them.')
  }
  return undefined
}

function isNoPartOfTurn(key: string): boolean {
  return key !== 'role' && key !== 'content'
}

const SPEAKERS: ReadonlyMap<string, string> = new Map([
  ['user', 'human'],
  ['assistant', 'gpt'],
  ['system', 'system'],
])

function shareGpt(turns: readonly Turn[]): WrittenTurns | Unwritable {
  const unknown = turns.find(({ role }) => !SPEAKERS.has(role))
  if (unknown) return { reason: noRole(unknown.role) }
  const spoken = turns.map(
    ({ role, content }) => `{"from":"${SPEAKERS.get(role)}","value":${content}}`,
  )
  return { members: [`"conversations":[${spoken.join(',')}]`] }
}

interface AnswerKeys {
  readonly question: string
  readonly answer: string
  /** Written before the answer. */
  readonly between?: string
}

const KEYS: Readonly<Record<'promptCompletion' | 'alpaca' | 'questionAnswer', AnswerKeys>> = {
  promptCompletion: { question: 'prompt', answer: 'completion' },
  alpaca: { question: 'instruction', answer: 'output', between: '"input":""' },
  questionAnswer: { question: 'question', answer: 'answer' },
}

/** One question and one answer, after a system message at most. */
function oneAnswer(
  { question, answer, between }: AnswerKeys,
  turns: readonly Turn[],
): WrittenTurns | Unwritable {
  const unknown = turns.find(({ role }) => !SPEAKERS.has(role))
  if (unknown) return { reason: noRole(unknown.role) }
  const system = turns[0]?.role === 'system' ? turns[0] : undefined
  const spoken = system ? turns.slice(1) : turns
  const [asked, answered] = spoken
  if (spoken.length !== 2 || asked?.role !== 'user' || answered?.role !== 'assistant') {
    return {
      reason: msg(
        'The conversation has {count, plural, one {# message} other {# messages}} beside that of the system; the other shape has a place for one question and its answer.',
        { count: spoken.length },
      ),
    }
  }
  if (answered.content === '""' || system?.content === '""') {
    return { reason: msg('A message is empty, which in the other shape means that there is none.') }
  }
  return {
    members: [
      ...(system ? [`"system":${system.content}`] : []),
      `"${question}":${asked.content}`,
      ...(between === undefined ? [] : [between]),
      `"${answer}":${answered.content}`,
    ],
    ...(system && {
      unusual: msg(
        'The message of the system stands under the key system, here and in lines after it; not all programs that read this shape look there.',
      ),
    }),
  }
}

function noRole(role: string): Message {
  return msg('The other shape has no place for a message of the role {role}.', { role })
}
