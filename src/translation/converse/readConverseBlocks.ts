// Blocks of Converse, which have a key in place of a type, become parts.
import type { JsonNode } from '../jsonNode.ts'
import { inside, typeOfExtension } from '../media.ts'
import type { MediaKind, MediaSource, Part } from '../neutral.ts'
import type { Notes } from '../notes.ts'
import { quote } from '../writeJson.ts'

/** `isResult`: of the result of a tool, which holds no calls and results. */
export function readConverseBlocks(
  content: JsonNode | undefined,
  notes: Notes,
  isResult = false,
): readonly Part[] {
  if (content?.kind === 'string') return [{ kind: 'text', text: content.raw, at: content }]
  return (content?.items ?? []).flatMap((block) => readBlock(block, notes, isResult) ?? [])
}

const MEDIA: readonly (readonly [key: string, media: MediaKind])[] = [
  ['image', 'image'],
  ['audio', 'audio'],
  ['video', 'video'],
  ['document', 'file'],
]

function readBlock(block: JsonNode, notes: Notes, isResult: boolean): Part | undefined {
  const text = block.get('text')
  if (text?.kind === 'string') return { kind: 'text', text: text.raw, at: block }
  for (const [key, media] of MEDIA) {
    const holder = block.get(key)
    const source = holder && readSource(media, holder)
    const name = holder?.get('name')
    if (source) {
      return {
        kind: 'media',
        media,
        source,
        ...(name?.kind === 'string' && { name: name.raw }),
        at: block,
      }
    }
  }
  const call = isResult ? undefined : block.get('toolUse')
  const result = isResult ? undefined : block.get('toolResult')
  const found = (call && readCall(call)) ?? (result && readResult(result, notes))
  if (found) return found
  const type = String(block.members[0]?.step ?? block.kind)
  if (type === 'reasoningContent') notes.add('reasoning-dropped', {}, block)
  else if (type === 'cachePoint') notes.field('cache-control-dropped', block)
  else notes.add('part-dropped', { type }, block)
  return undefined
}

function readCall(call: JsonNode): Part | undefined {
  const name = call.get('name')
  if (name?.kind !== 'string') return undefined
  return {
    kind: 'call',
    id: idOf(call),
    name: name.raw,
    input: { kind: 'json', raw: call.get('input')?.raw ?? '{}' },
    isCustom: false,
    at: call,
  }
}

function readResult(result: JsonNode, notes: Notes): Part {
  const content = result.get('content')
  const [only] = content?.items ?? []
  const json = content?.items.length === 1 ? only?.get('json') : undefined
  const parts = json ? [] : readConverseBlocks(content, notes, true)
  return {
    kind: 'result',
    callId: idOf(result),
    parts,
    isPlain: parts.length === 1 && parts[0]?.kind === 'text',
    ...(json && { json: json.raw }),
    isError: result.get('status')?.string === 'error',
    at: result,
  }
}

function idOf(holder: JsonNode): string {
  const id = holder.get('toolUseId')
  return id?.kind === 'string' ? id.raw : quote('call')
}

function readSource(media: MediaKind, holder: JsonNode): MediaSource | undefined {
  const source = holder.get('source')
  const bytes = source?.get('bytes')
  const text = source?.get('text')
  const uri = source?.get('s3Location')?.get('uri')
  if (bytes?.kind === 'string') {
    const mediaType = typeOfExtension(media, holder.get('format')?.string ?? '')
    return { kind: 'base64', mediaType, data: inside(bytes.raw) }
  }
  if (text?.kind === 'string') return { kind: 'text', data: inside(text.raw) }
  return uri?.kind === 'string' ? { kind: 'url', url: uri.raw } : undefined
}
