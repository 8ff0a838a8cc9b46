// The input of /v1/responses, a text or items, becomes turns of a conversation.
import type { JsonNode } from '../jsonNode.ts'
import { inside, typeOfExtension, urlSource } from '../media.ts'
import type { MediaKind, MediaPart, MediaSource, Part, Role, Turn } from '../neutral.ts'
import type { Notes } from '../notes.ts'
import { quote } from '../writeJson.ts'

export function readInput(input: JsonNode | undefined, notes: Notes): readonly Turn[] {
  if (input === undefined) return []
  if (input.kind === 'string') return [turn('user', [textPart(input)], true, input)]
  const turns: { role: Role; parts: Part[]; isPlain: boolean; at: JsonNode }[] = []
  for (const item of input.items) {
    for (const found of readItem(item, notes)) {
      const last = turns.at(-1)
      // Calls are items of their own here and parts of the assistant's message elsewhere.
      if (last?.role === 'assistant' && found.parts[0]?.kind === 'call')
        last.parts.push(...found.parts)
      else turns.push({ ...found, parts: [...found.parts] })
    }
  }
  return turns
}

function turn(role: Role, parts: readonly Part[], isPlain: boolean, at: JsonNode): Turn {
  return { role, parts, isPlain, at }
}

function textPart(node: JsonNode, at = node): Part {
  return { kind: 'text', text: node.raw, at }
}

const ROLES = new Set(['system', 'developer', 'user', 'assistant'])
const OF_MESSAGE = new Set(['type', 'role', 'content', 'id', 'status', 'phase'])

function readItem(item: JsonNode, notes: Notes): readonly Turn[] {
  const type = item.get('type')?.string ?? (item.get('role') ? 'message' : '')
  switch (type) {
    case 'message': {
      const role = item.get('role')?.string ?? ''
      if (!ROLES.has(role)) break
      notes.others(item, OF_MESSAGE)
      const content = item.get('content')
      const isPlain = content?.kind === 'string'
      return [turn(role as Role, readContent(content, notes), isPlain, item)]
    }
    case 'function_call':
    case 'custom_tool_call': {
      const name = item.get('name')
      if (name?.kind !== 'string') break
      const isCustom = type === 'custom_tool_call'
      const input = item.get(isCustom ? 'input' : 'arguments')
      const call: Part = {
        kind: 'call',
        id: idOf(item),
        name: name.raw,
        input:
          input === undefined || input.kind === 'string'
            ? { kind: 'text', raw: input?.raw ?? '"{}"' }
            : { kind: 'json', raw: input.raw },
        isCustom,
        at: item,
      }
      return [turn('assistant', [call], false, item)]
    }
    case 'function_call_output':
    case 'custom_tool_call_output': {
      const output = item.get('output')
      const result: Part = {
        kind: 'result',
        callId: idOf(item),
        parts: readContent(output, notes),
        isPlain: output?.kind === 'string',
        isError: false,
        at: item,
      }
      return [turn('tool', [result], false, item)]
    }
    case 'reasoning':
      notes.add('reasoning-dropped', {}, item)
      return []
    case 'item_reference':
      notes.field('stored-state', item)
      return []
    default:
  }
  notes.add('part-dropped', { type: type || item.kind }, item)
  return []
}

function idOf(item: JsonNode): string {
  const id = item.get('call_id') ?? item.get('id')
  return id?.kind === 'string' ? id.raw : quote(`call_${item.step}`)
}

function readContent(content: JsonNode | undefined, notes: Notes): readonly Part[] {
  if (content?.kind === 'string') return [textPart(content)]
  return (content?.items ?? []).flatMap((part) => readPart(part, notes) ?? [])
}

const OF_TEXT = new Set(['type', 'text', 'annotations', 'logprobs'])

function readPart(part: JsonNode, notes: Notes): Part | undefined {
  const type = part.get('type')?.string ?? part.kind
  switch (type) {
    case 'input_text':
    case 'output_text':
    case 'text': {
      const text = part.get('text')
      if (text?.kind !== 'string') break
      notes.others(part, OF_TEXT)
      return textPart(text, part)
    }
    case 'refusal': {
      const refusal = part.get('refusal')
      if (refusal?.kind !== 'string') break
      return { kind: 'refusal', text: refusal.raw, at: part }
    }
    case 'input_image': {
      const source = sourceOf(part, ['image_url'])
      if (source === undefined) break
      const detail = part.get('detail')
      return { ...media('image', source, part), ...(detail && { detail: detail.raw }) }
    }
    case 'input_file': {
      const source = sourceOf(part, ['file_data', 'file_url'])
      if (source === undefined) break
      const name = part.get('filename')
      return { ...media('file', source, part), ...(name?.kind === 'string' && { name: name.raw }) }
    }
    case 'input_audio': {
      const audio = part.get('input_audio')
      const data = audio?.get('data')
      if (data?.kind !== 'string') break
      const mediaType = typeOfExtension('audio', audio?.get('format')?.string ?? 'wav')
      return media('audio', { kind: 'base64', mediaType, data: inside(data.raw) }, part)
    }
    default:
  }
  notes.add('part-dropped', { type }, part)
  return undefined
}

function media(kind: MediaKind, source: MediaSource, at: JsonNode): MediaPart {
  return { kind: 'media', media: kind, source, at }
}

function sourceOf(part: JsonNode, keys: readonly string[]): MediaSource | undefined {
  for (const key of keys) {
    const url = part.get(key)
    if (url?.kind === 'string') return urlSource(url)
  }
  const id = part.get('file_id')
  return id?.kind === 'string' ? { kind: 'id', id: id.raw } : undefined
}
