// Gemini's contents and their parts become turns of a conversation.
import type { JsonNode, Raw } from '../jsonNode.ts'
import { inside, mediaKindOf, typeByName } from '../media.ts'
import type { Part, Role, Turn } from '../neutral.ts'
import type { Notes } from '../notes.ts'
import { quote } from '../writeJson.ts'
import { bothCases, either } from './eitherCase.ts'

/** Calls whose results have not come yet, by the name of the tool: ids may be left out here. */
interface OpenCalls {
  readonly byName: Map<Raw, Raw[]>
  count: number
}

export function readContents(
  system: JsonNode | undefined,
  contents: JsonNode | undefined,
  notes: Notes,
): readonly Turn[] {
  const open: OpenCalls = { byName: new Map(), count: 0 }
  const listed = contents?.kind === 'array' ? contents.items : contents ? [contents] : []
  const turns = listed.map((content) => readContent(content, undefined, open, notes))
  if (system === undefined) return turns
  return [readContent(system, 'system', open, notes), ...turns]
}

const OF_CONTENT = new Set(['role', 'parts'])

/** Content with parts; a bare text is one, too. Without a role it is the user's. */
function readContent(
  content: JsonNode,
  role: Role | undefined,
  open: OpenCalls,
  notes: Notes,
): Turn {
  if (content.kind === 'string') {
    const text: Part = { kind: 'text', text: content.raw, at: content }
    return { role: role ?? 'user', parts: [text], isPlain: true, at: content }
  }
  notes.others(content, OF_CONTENT)
  const parts = content.get('parts')
  const listed = parts?.kind === 'array' ? parts.items : parts ? [parts] : []
  const read = listed.flatMap((part) => readPart(part, open, notes) ?? [])
  const said: Role = content.get('role')?.string === 'model' ? 'assistant' : 'user'
  const isPlain = read.length === 1 && read[0]?.kind === 'text'
  return { role: role ?? said, parts: read, isPlain, at: content }
}

const OF_TEXT = new Set(['text', 'thought'])
const OF_BLOB = bothCases(['mimeType', 'data', 'fileUri', 'displayName'])

function readPart(part: JsonNode, open: OpenCalls, notes: Notes): Part | undefined {
  if (part.kind === 'string') return { kind: 'text', text: part.raw, at: part }
  if (part.get('thought')?.isTrue) {
    notes.add('reasoning-dropped', {}, part)
    return undefined
  }
  const text = part.get('text')
  if (text?.kind === 'string') {
    notes.others(part, OF_TEXT)
    return { kind: 'text', text: text.raw, at: part }
  }
  const found =
    readMedia(part, notes) ?? readCall(part, open, notes) ?? readResult(part, open, notes)
  if (found) return found
  const type = String(part.members[0]?.step ?? part.kind)
  notes.add('part-dropped', { type }, part)
  return undefined
}

const MEDIA_KEYS = bothCases(['inlineData', 'fileData'])

function readMedia(part: JsonNode, notes: Notes): Part | undefined {
  const inline = either(part, 'inlineData')
  const file = either(part, 'fileData')
  const holder = inline ?? file
  const content = inline?.get('data') ?? (file && either(file, 'fileUri'))
  if (holder === undefined || content?.kind !== 'string') return undefined
  notes.others(part, MEDIA_KEYS)
  notes.others(holder, OF_BLOB)
  const said = either(holder, 'mimeType')?.string
  const type = said ?? (inline ? undefined : typeByName(content.raw)) ?? ''
  const name = either(holder, 'displayName')
  return {
    kind: 'media',
    media: type === '' ? 'image' : mediaKindOf(type),
    source: inline
      ? { kind: 'base64', mediaType: type, data: inside(content.raw) }
      : { kind: 'url', url: content.raw, ...(type !== '' && { mediaType: type }) },
    ...(name?.kind === 'string' && { name: name.raw }),
    at: part,
  }
}

const OF_CALL = new Set(['id', 'name', 'args'])
const CALL_KEYS = bothCases(['functionCall'])

function readCall(part: JsonNode, open: OpenCalls, notes: Notes): Part | undefined {
  const call = either(part, 'functionCall')
  const name = call?.get('name')
  if (call === undefined || name?.kind !== 'string') return undefined
  // A signature of a thought is for the model that had it.
  notes.others(part, CALL_KEYS)
  notes.others(call, OF_CALL)
  const own = call.get('id')
  const id = own?.kind === 'string' ? own.raw : quote(`call_${open.count++}`)
  const waiting = open.byName.get(name.raw)
  if (waiting) waiting.push(id)
  else open.byName.set(name.raw, [id])
  return {
    kind: 'call',
    id,
    name: name.raw,
    input: { kind: 'json', raw: call.get('args')?.raw ?? '{}' },
    isCustom: false,
    at: part,
  }
}

const OF_RESULT = new Set(['id', 'name', 'response'])
const RESULT_KEYS = bothCases(['functionResponse'])

function readResult(part: JsonNode, open: OpenCalls, notes: Notes): Part | undefined {
  const result = either(part, 'functionResponse')
  if (result === undefined) return undefined
  notes.others(part, RESULT_KEYS)
  notes.others(result, OF_RESULT)
  const own = result.get('id')
  const name = result.get('name')?.raw ?? '""'
  const waiting = open.byName.get(name)?.shift()
  const response = result.get('response')
  // `output` is what other APIs have as the result itself.
  const output = response?.members.length === 1 ? response.get('output') : undefined
  const isText = output?.kind === 'string'
  return {
    kind: 'result',
    callId: own?.kind === 'string' ? own.raw : (waiting ?? quote(`call_${open.count++}`)),
    parts: isText ? [{ kind: 'text', text: output.raw, at: output }] : [],
    isPlain: isText,
    ...(!isText && { json: response?.raw ?? '{}' }),
    isError: false,
    at: part,
  }
}
