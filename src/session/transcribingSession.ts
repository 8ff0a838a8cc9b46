// The part of the contract by which a line is read as a conversation.
import { fail, ok, type Result } from '../base/result.ts'
import type { LineId } from '../base/units.ts'
import { EDIT_LIMIT_BYTES } from '../contracts/documentApi.ts'
import type { LineTranscript, TranscriptApi } from '../contracts/transcript.ts'
import { readTranscript } from '../transcripts/readTranscript.ts'
import { type ChoosingHost, ChoosingSession } from './choosingSession.ts'
import type { OpenDocument } from './openDocument.ts'
import { NO_SUCH_LINE } from './refusals.ts'

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })

export class TranscribingSession extends ChoosingSession implements TranscriptApi {
  readonly #host: ChoosingHost

  constructor(host: ChoosingHost) {
    super(host)
    this.#host = host
  }

  readTranscript(id: LineId, draft?: string): Promise<Result<LineTranscript>> {
    return this.#host.answer(async (doc) => {
      const { revision } = doc
      if (!doc.lines.has(id)) return fail('unknown-line', NO_SUCH_LINE)
      const text = draft ?? (await textOf(doc, id))
      return ok({
        revision,
        transcript: text === undefined ? { kind: 'tooLong' } : readTranscript(text),
      })
    })
  }
}

/** Undefined for a line that is too long to be read whole. */
async function textOf(doc: OpenDocument, id: LineId): Promise<string | undefined> {
  const [content] = await doc.lines.readContents([id], { limitBytes: EDIT_LIMIT_BYTES })
  if (!content) return ''
  return content.byteLength > content.bytes.length ? undefined : utf8.decode(content.bytes)
}
