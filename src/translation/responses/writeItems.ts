// Turns of a conversation become items of the input of /v1/responses.
import type { fitter } from '../ids.ts'
import type { Raw } from '../jsonNode.ts'
import { dataUrl, extensionOf, typeOf } from '../media.ts'
import type { CallPart, MediaPart, Part, ResultPart, Turn } from '../neutral.ts'
import type { Notes } from '../notes.ts'
import { array, object, quote } from '../writeJson.ts'

type Fit = ReturnType<typeof fitter>

export function writeItems(
  turns: readonly Turn[],
  callId: Fit,
  toolName: Fit,
  notes: Notes,
): readonly Raw[] {
  const custom = new Set<Raw>()
  for (const { parts } of turns) {
    for (const part of parts) if (part.kind === 'call' && part.isCustom) custom.add(part.id)
  }
  return turns.flatMap((turn) => {
    const items: Raw[] = []
    for (const part of turn.parts) {
      if (part.kind === 'result')
        items.push(writeResult(part, custom.has(part.callId), callId, notes))
    }
    const content = writeContent(turn, turn.role, notes)
    if (content !== undefined && turn.role !== 'tool') {
      items.push(
        object([
          ['role', quote(turn.role)],
          ['content', content],
        ]),
      )
    }
    for (const part of turn.parts) {
      if (part.kind === 'call') items.push(writeCall(part, callId, toolName))
    }
    return items
  })
}

function writeCall({ id, name, input, isCustom, at }: CallPart, callId: Fit, toolName: Fit): Raw {
  return object([
    ['type', isCustom ? '"custom_tool_call"' : '"function_call"'],
    ['call_id', callId(id, at)],
    ['name', toolName(name)],
    [isCustom ? 'input' : 'arguments', input.kind === 'text' ? input.raw : quote(input.raw)],
  ])
}

function writeResult(result: ResultPart, isCustom: boolean, callId: Fit, notes: Notes): Raw {
  const error = result.isError ? (result.at.get('is_error') ?? result.at.get('status')) : undefined
  if (error) notes.field('field-dropped', error)
  const output =
    result.json === undefined ? (writeContent(result, 'user', notes) ?? '""') : quote(result.json)
  return object([
    ['type', isCustom ? '"custom_tool_call_output"' : '"function_call_output"'],
    ['call_id', callId(result.callId)],
    ['output', output],
  ])
}

function writeContent(
  { parts, isPlain }: { readonly parts: readonly Part[]; readonly isPlain: boolean },
  role: string,
  notes: Notes,
): Raw | undefined {
  const said = parts.filter(({ kind }) => kind !== 'call' && kind !== 'result')
  const [only] = said
  if (isPlain && said.length === 1 && only?.kind === 'text') return only.text
  const written = said.flatMap((part) => writePart(part, role, notes) ?? [])
  return written.length === 0 ? undefined : array(written)
}

function writePart(part: Part, role: string, notes: Notes): Raw | undefined {
  const isAnswer = role === 'assistant'
  if (part.kind === 'text') return textPart(part.text, isAnswer)
  if (part.kind === 'refusal') {
    if (!isAnswer) {
      notes.add('refusal-as-text', {}, part.at)
      return textPart(part.text, isAnswer)
    }
    return object([
      ['type', '"refusal"'],
      ['refusal', part.text],
    ])
  }
  if (part.kind !== 'media') return undefined
  const isKnown = part.media !== 'video' && part.media !== 'audio'
  // Sound is in OpenAI's description of the parts of messages and of no model that takes /v1/responses.
  if (isAnswer || !isKnown) {
    notes.add('media-dropped', { type: part.media }, part.at)
    return undefined
  }
  return writeMedia(part, notes)
}

function textPart(text: Raw, isAnswer: boolean): Raw {
  return object([
    ['type', isAnswer ? '"output_text"' : '"input_text"'],
    ['text', text],
  ])
}

function writeMedia(part: MediaPart, notes: Notes): Raw | undefined {
  const { media, source, name, detail } = part
  if (source.kind === 'text') return textPart(`"${source.data}"`, false)
  if (source.kind === 'url' && !/^"(?:https?:|data:)/.test(source.url)) {
    notes.add('media-link-dropped', {}, part.at)
    return undefined
  }
  const { type, isGuessed } = typeOf(part)
  if (isGuessed && source.kind === 'base64') notes.add('media-type-guessed', { type }, part.at)
  const content = source.kind === 'base64' ? dataUrl(type, source.data) : undefined
  const link = source.kind === 'url' ? source.url : undefined
  const id = source.kind === 'id' ? source.id : undefined
  if (media === 'image') {
    return object([
      ['type', '"input_image"'],
      ['image_url', content ?? link],
      ['file_id', id],
      ['detail', detail],
    ])
  }
  return object([
    ['type', '"input_file"'],
    // OpenAI refuses a name beside an id or a link (providers/openai/rules/partSourceRules.ts).
    ['filename', content && (name ?? `"file.${extensionOf(type) ?? 'bin'}"`)],
    ['file_data', content],
    ['file_url', link],
    ['file_id', id],
  ])
}
