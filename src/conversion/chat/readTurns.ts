// Records of training data, in the shapes that are about, as the turns of a conversation. Everything is
// kept as text of JSON, so that strings keep their escapes.
import { childrenAt, isObjectAt, memberNameAt, skipSpace } from '../../json/walkText.ts'

export interface Turn {
  readonly role: string
  /** JSON. */
  readonly content: string
  /** The message as it stands, where it is one already. */
  readonly message?: string
}

export interface Conversation {
  readonly turns: readonly Turn[]
  /** Keys of the record that they were made of. */
  readonly used: readonly string[]
  /** Keys of turns that have no place in them, as paths. */
  readonly dropped?: readonly string[]
}

/** By name, the JSON of its value; the last of a name counts. Empty for what is no object. */
export type Members = ReadonlyMap<string, string>

/** `json`: a valid value. */
export function membersOf(json: string): Members {
  const start = skipSpace(json, 0)
  if (!isObjectAt(json, start)) return new Map()
  return new Map(
    [...childrenAt(json, start)].map(({ keyFrom, keyTo, valueFrom, valueTo }) => [
      memberNameAt(json, keyFrom, keyTo),
      json.slice(valueFrom, valueTo),
    ]),
  )
}

/** Undefined for a record that has none of the shapes. */
export function readTurns(record: Members): Conversation | undefined {
  for (const read of [ofMessages, ofShareGpt, ofAlpaca, ofPrompt, ofQuestion]) {
    const found = read(record)
    if (!found) continue
    const system = record.get('system')
    if (!isString(system) || found.turns.some(({ role }) => role === 'system')) return found
    const used = [...found.used, 'system']
    if (system === '""') return { ...found, used }
    return { ...found, turns: [{ role: 'system', content: system }, ...found.turns], used }
  }
  return undefined
}

/** `{"messages": [{"role": "user", "content": "…"}]}` */
function ofMessages(record: Members): Conversation | undefined {
  const turns = messagesIn(record.get('messages'))
  return turns && { turns, used: ['messages'] }
}

function messagesIn(json: string | undefined): Turn[] | undefined {
  return turnsIn(json, (message, members) => {
    const role = members.get('role')
    if (!isString(role)) return undefined
    return { role: JSON.parse(role) as string, content: members.get('content') ?? 'null', message }
  })
}

/** Who speaks, by the names that are in use. */
const SPEAKERS: ReadonlyMap<string, string> = new Map([
  ['human', 'user'],
  ['user', 'user'],
  ['gpt', 'assistant'],
  ['chatgpt', 'assistant'],
  ['assistant', 'assistant'],
  ['bot', 'assistant'],
  ['model', 'assistant'],
  ['system', 'system'],
])

/** `{"conversations": [{"from": "human", "value": "…"}]}` */
function ofShareGpt(record: Members): Conversation | undefined {
  const key = ['conversations', 'conversation'].find((name) => record.has(name))
  if (key === undefined) return undefined
  const others = new Set<string>()
  const spoken = turnsIn(record.get(key), (_message, members) => {
    const from = members.get('from')
    const content = members.get('value')
    const role = isString(from) ? SPEAKERS.get(JSON.parse(from) as string) : undefined
    if (role === undefined || !isString(content)) return undefined
    for (const name of members.keys()) if (name !== 'from' && name !== 'value') others.add(name)
    return { role, content }
  })
  if (spoken) {
    return { turns: spoken, used: [key], dropped: [...others].map((name) => `${key}[].${name}`) }
  }
  const turns = messagesIn(record.get(key))
  return turns && { turns, used: [key] }
}

/** `{"instruction": "…", "input": "…", "output": "…"}` */
function ofAlpaca(record: Members): Conversation | undefined {
  const instruction = record.get('instruction')
  const input = record.get('input')
  if (!isString(instruction)) return undefined
  if (input !== undefined && !isString(input)) return undefined
  const asked = input === undefined || input === '""' ? instruction : joined(instruction, input)
  const answer = answerIn(record, ['output', 'response'])
  if (!answer) return undefined
  return {
    turns: [{ role: 'user', content: asked }, ...answer.turns],
    used: ['instruction', ...(input === undefined ? [] : ['input']), ...answer.used],
  }
}

/** `{"prompt": "…", "completion": "…"}`; both may be messages. */
function ofPrompt(record: Members): Conversation | undefined {
  const prompt = record.get('prompt')
  const asked = isString(prompt) ? [{ role: 'user', content: prompt }] : messagesIn(prompt)
  const answer = answerIn(record, ['completion', 'response'])
  return asked && answer && { turns: [...asked, ...answer.turns], used: ['prompt', ...answer.used] }
}

/** `{"question": "…", "answer": "…"}` */
function ofQuestion(record: Members): Conversation | undefined {
  const question = record.get('question')
  const answer = answerIn(record, ['answer'])
  if (!isString(question) || !answer || answer.turns.length === 0) return undefined
  return {
    turns: [{ role: 'user', content: question }, ...answer.turns],
    used: ['question', ...answer.used],
  }
}

/** Undefined where the answer is neither a text nor messages; no turn where there is none. */
function answerIn(record: Members, keys: readonly string[]): Conversation | undefined {
  const key = keys.find((name) => record.has(name))
  if (key === undefined) return { turns: [], used: [] }
  const content = record.get(key)
  if (content === '""' || content === 'null') return { turns: [], used: [key] }
  const turns = isString(content) ? [{ role: 'assistant', content }] : messagesIn(content)
  return turns && { turns, used: [key] }
}

/** Undefined for anything but a list with something in it, all of which can be read. */
function turnsIn(
  json: string | undefined,
  read: (element: string, members: Members) => Turn | undefined,
): Turn[] | undefined {
  if (!json?.startsWith('[')) return undefined
  const turns = [...childrenAt(json, 0)].map(({ valueFrom, valueTo }) => {
    const element = json.slice(valueFrom, valueTo)
    return read(element, membersOf(element))
  })
  return turns.length > 0 && turns.every((turn) => turn !== undefined) ? turns : undefined
}

function isString(json: string | undefined): json is string {
  return json?.startsWith('"') === true
}

/** Two strings of JSON as one, with a blank line between them. */
function joined(first: string, second: string): string {
  return `${first.slice(0, -1)}\\n\\n${second.slice(1)}`
}
