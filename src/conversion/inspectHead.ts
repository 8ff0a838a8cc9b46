// What a file is, from its head: its encoding, and the sources that it may be one of.
import { concatBytes } from '../base/concatBytes.ts'
import { type Encoding, sniffContent } from '../scanner/sniffContent.ts'
import { recogniseEncoding } from './encodings/recogniseEncoding.ts'
import type { TextEncodingId } from './encodings/textEncodings.ts'
import { type RecognisedSource, recogniseSources } from './registry.ts'
import { utf8TextOf } from './utf8Text.ts'

export interface InspectedHead {
  /** The given one, or what the file looks like. */
  readonly encoding: TextEncodingId
  /** It is text that is no lines of UTF-8, and something is known that could be made of it. */
  readonly isConvertible: boolean
  /** The likeliest first. */
  readonly sources: readonly RecognisedSource[]
}

/** Of a file that is not another container, and nothing but data. */
const TEXT: ReadonlySet<Encoding> = new Set(['utf-8', 'utf-16le', 'utf-16be'])

/**
 * `head`: the first bytes of the file, unpacked; `isWhole`: they are all of it. `chosen`: the encoding that
 * someone knows it to have.
 */
export function inspectHead(
  head: Uint8Array,
  isWhole: boolean,
  name: string,
  chosen?: TextEncodingId,
): InspectedHead {
  const encoding = chosen ?? recogniseEncoding(head).encoding
  const parts: Uint8Array[] = []
  utf8TextOf(encoding, (part) => parts.push(part.slice())).push(head)
  const bytes = concatBytes(parts)
  const content = sniffContent(bytes, isWhole)
  const isOfLines = encoding === 'utf-8' && content.layout === 'lines'
  const isText = TEXT.has(sniffContent(head, isWhole).encoding)
  const sources = recogniseSources({ content, bytes, isWhole, name })
  return { encoding, isConvertible: isText && !isOfLines && sources.length > 0, sources }
}
