// A body of Anthropic's that is copied and lacks what is demanded.
import type { WriteContext } from '../defineShape.ts'
import type { JsonNode, Raw } from '../jsonNode.ts'
import { withLimit } from './writeMessages.ts'

/** The token limit as a change, where the body has none that can be used. */
export function limitChange(context: WriteContext): readonly (readonly [string, Raw])[] {
  const own = context.source.body.get('max_tokens')?.number
  if (own !== undefined && Number.isInteger(own) && own >= 1) return []
  return withLimit([], context).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, value] as const],
  )
}

/** Notes links to images and files, which Bedrock does not follow. */
export function noteLinks({ source, notes }: WriteContext): void {
  for (const message of source.body.get('messages')?.items ?? []) {
    for (const block of message.get('content')?.items ?? []) {
      noteLink(block)
      // Within the result of a tool, and no deeper.
      for (const inner of block.get('content')?.items ?? []) noteLink(inner)
    }
  }

  function noteLink(block: JsonNode): void {
    const media = block.get('source')
    const type = media?.get('type')?.string
    if (media && type === 'url') notes.add('media-link-kept', {}, media)
    if (media && type === 'file') notes.field('stored-state', media)
  }
}
