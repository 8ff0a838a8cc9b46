// In which encoding a file is whose lines are not UTF-8: recognised in the lines that could not be read, since
// the beginning of a file may be plain ASCII.
import { concatBytes } from '../base/concatBytes.ts'
import { labelOfEncoding, type TextEncodingId } from '../conversion/encodings/textEncodings.ts'
import type { FileFinding } from '../diagnostics/diagnostic.ts'
import { msg } from '../i18n/message.ts'
import { spread } from './fixOffers.ts'
import type { OpenDocument } from './openDocument.ts'
import { lineView } from './views.ts'

const NOT_UTF8 = 'invalid-utf8'

/** Lines that are looked at, of those that are broken and of all. */
const SAMPLE_LINES = 48
/** Bytes of each. */
const LINE_LIMIT = 4096
/** How sure it has to be before anything is said. */
const LEAST_CERTAINTY = 0.25

const LF = 0x0a

export class EncodingGuess {
  #known: { readonly encoding: TextEncodingId | undefined; readonly count: number } | undefined

  /** What is said of the file. */
  findings(doc: OpenDocument): readonly FileFinding[] {
    const encoding = this.#known?.encoding
    const count = brokenLines(doc)
    if (encoding === undefined || count === 0) return []
    return [
      {
        code: 'other-encoding',
        severity: 'error',
        offer: 'convert',
        encoding,
        title: msg('Text in another encoding'),
        message: msg(
          '{count, plural, one {# line is} other {# lines are}} not UTF-8, and can be read as {encoding}. Convert the file to read all of it.',
          { count, encoding: labelOfEncoding(encoding) },
        ),
      },
    ]
  }

  /** Looks at the lines again when others are broken than before. `onNews`: something else is said now. */
  async look(doc: OpenDocument, isCurrent: () => boolean, onNews: () => void): Promise<void> {
    const count = brokenLines(doc)
    if (count === (this.#known?.count ?? 0)) return
    const encoding = count === 0 ? undefined : await recognise(doc)
    if (!isCurrent()) return
    const isNews = encoding !== this.#known?.encoding
    this.#known = { encoding, count }
    if (isNews) onNews()
  }
}

function brokenLines(doc: OpenDocument): number {
  return doc.lines.countOfFindingSets(doc.findingSets.havingCode(NOT_UTF8))
}

/** Undefined for UTF-8 with a few mistakes, and for what nothing is known of. */
async function recognise(doc: OpenDocument): Promise<TextEncodingId | undefined> {
  const views = [lineView(doc, { kind: 'cause', code: NOT_UTF8 }), lineView(doc, { kind: 'all' })]
  const ids = new Set(
    views.flatMap((view) =>
      spread(view.count, SAMPLE_LINES).flatMap((row) => view.ids(row, row + 1)),
    ),
  )
  const contents = await doc.lines.readContents([...ids], { limitBytes: LINE_LIMIT })
  const parts = contents.flatMap(({ byteLength, bytes }) => [
    bytes.length < byteLength ? cutAtSign(bytes) : bytes,
    Uint8Array.of(LF),
  ])
  const { recogniseEncoding } = await import('../conversion/encodings/recogniseEncoding.ts')
  const { certainty, encoding } = recogniseEncoding(concatBytes(parts))
  return encoding === 'utf-8' || certainty < LEAST_CERTAINTY ? undefined : encoding
}

/** Without what may be a part of a character: signs below the digits are in no encoding a part of another. */
function cutAtSign(bytes: Uint8Array): Uint8Array {
  let end = bytes.length
  while (end > 0 && (bytes[end - 1] as number) >= 0x30) end--
  return bytes.subarray(0, end)
}
