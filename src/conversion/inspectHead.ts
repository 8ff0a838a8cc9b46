// What a file is, from its head: its encoding, and the sources that it may be one of.
import { sniffContent, type SniffedContent } from '../scanner/sniffContent.ts'
import { textDecoderOf } from './decodeText.ts'
import { type RecognisedSource, recogniseSources } from './registry.ts'

export interface InspectedHead {
  readonly content: SniffedContent
  /** As `decodeText.ts` knows it: the given one, or what the file looks like. */
  readonly encoding: string
  /** The likeliest first. */
  readonly sources: readonly RecognisedSource[]
}

/**
 * `head`: the first bytes of the file, unpacked; `isWhole`: they are all of it. `chosen`: the encoding that
 * someone knows it to have.
 */
export function inspectHead(
  head: Uint8Array,
  isWhole: boolean,
  name: string,
  chosen?: string,
): InspectedHead {
  const encoding = chosen ?? encodingOf(sniffContent(head, isWhole))
  const bytes = textDecoderOf(encoding, () => {}).push(head)
  const content = sniffContent(bytes, isWhole)
  return { content, encoding, sources: recogniseSources({ content, bytes, isWhole, name }) }
}

function encodingOf({ encoding }: SniffedContent): string {
  return encoding === 'utf-16le' || encoding === 'utf-16be' ? encoding : 'utf-8'
}
