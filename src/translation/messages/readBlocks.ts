// Blocks of Anthropic's messages become parts.
import type { JsonNode } from '../jsonNode.ts'
import { inside, mediaKindOf } from '../media.ts'
import type { MediaSource, Part } from '../neutral.ts'
import type { Notes } from '../notes.ts'
import { quote } from '../writeJson.ts'

/** Of a text or a list of blocks. `isResult`: of the result of a tool, which holds no calls and results. */
export function readBlocks(
  content: JsonNode | undefined,
  notes: Notes,
  isResult = false,
): readonly Part[] {
  if (content?.kind === 'string') return [{ kind: 'text', text: content.raw, at: content }]
  return (content?.items ?? []).flatMap((block) => readBlock(block, notes, isResult) ?? [])
}

const OF_TEXT = new Set(['type', 'text'])
const OF_MEDIA = new Set(['type', 'source', 'title'])
const OF_CALL = new Set(['type', 'id', 'name', 'input'])
const OF_RESULT = new Set(['type', 'tool_use_id', 'content', 'is_error'])

function readBlock(block: JsonNode, notes: Notes, isResult: boolean): Part | undefined {
  const type = block.get('type')?.string ?? block.kind
  switch (type) {
    case 'text': {
      const text = block.get('text')
      if (text?.kind !== 'string') break
      notes.others(block, OF_TEXT)
      return { kind: 'text', text: text.raw, at: block }
    }
    case 'image':
    case 'document': {
      const source = readSource(block.get('source'))
      if (source === undefined) break
      notes.others(block, OF_MEDIA)
      const title = block.get('title')
      const own = source.kind === 'base64' ? mediaKindOf(source.mediaType) : 'file'
      return {
        kind: 'media',
        media: type === 'image' ? 'image' : own,
        source,
        ...(title?.kind === 'string' && { name: title.raw }),
        at: block,
      }
    }
    case 'tool_use': {
      const name = block.get('name')
      if (isResult || name?.kind !== 'string') break
      notes.others(block, OF_CALL)
      return {
        kind: 'call',
        id: idOr(block.get('id'), block),
        name: name.raw,
        input: { kind: 'json', raw: block.get('input')?.raw ?? '{}' },
        isCustom: false,
        at: block,
      }
    }
    case 'tool_result': {
      if (isResult) break
      notes.others(block, OF_RESULT)
      const content = block.get('content')
      return {
        kind: 'result',
        callId: idOr(block.get('tool_use_id'), block),
        parts: readBlocks(content, notes, true),
        isPlain: content?.kind === 'string',
        isError: block.get('is_error')?.isTrue ?? false,
        at: block,
      }
    }
    case 'thinking':
    case 'redacted_thinking':
      notes.add('reasoning-dropped', {}, block)
      return undefined
    default:
  }
  notes.add('part-dropped', { type }, block)
  return undefined
}

function idOr(id: JsonNode | undefined, block: JsonNode): string {
  return id?.kind === 'string' ? id.raw : quote(`call_${block.step}`)
}

function readSource(source: JsonNode | undefined): MediaSource | undefined {
  const data = source?.get('data')
  const mediaType = source?.get('media_type')?.string ?? ''
  switch (source?.get('type')?.string ?? '') {
    case 'base64':
      return data?.kind === 'string'
        ? { kind: 'base64', mediaType, data: inside(data.raw) }
        : undefined
    case 'text':
      return data?.kind === 'string' ? { kind: 'text', data: inside(data.raw) } : undefined
    case 'url': {
      const url = source?.get('url')
      return url?.kind === 'string' ? { kind: 'url', url: url.raw } : undefined
    }
    case 'file': {
      const id = source?.get('file_id')
      return id?.kind === 'string' ? { kind: 'id', id: id.raw } : undefined
    }
    default:
      return undefined
  }
}
