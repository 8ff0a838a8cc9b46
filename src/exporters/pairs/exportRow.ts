// A row on its way out: what its columns say, and its lines, which are parsed only when someone looks
// into them.
import type { JsonPath } from '../../json/jsonPath.ts'
import { rangeOfPath } from '../../json/locate.ts'
import type { AnswerContent } from '../../pairing/answerReading.ts'
import type { Outcome } from '../../pairing/outcome.ts'
import type { AnswerClass, RequestClass } from '../../pairing/pairLines.ts'
import type { ProviderDefinition } from '../../pairing/defineProvider.ts'
import type { RecordKey } from '../../pairing/recordKey.ts'
import type { RequestContent } from '../../pairing/requestReading.ts'
import type { Unusable } from '../../pairing/usability.ts'
import type { TokenCounts } from '../../pairing/usage.ts'

/** What is known of a row without reading its lines. */
export interface RowColumns {
  readonly key: RecordKey
  /** UTF-8, to tell short keys without making a text of them. */
  readonly keyByteLength: number
  /** It has no key: its answer repeats the request. */
  readonly isEchoed: boolean
  readonly outcome: Outcome
  readonly unusable: Unusable | undefined
  /** Absent when the row has no request. */
  readonly requestProvider: ProviderDefinition | undefined
  /** Absent when the row has no such line. */
  readonly requestClass: RequestClass | undefined
  readonly answerClass: AnswerClass | undefined
  /** Undefined when the answer states none. */
  readonly tokens: TokenCounts | undefined
}

export interface ExportRow extends RowColumns {
  /** Absent when the row has no such line, its content was not asked for, or the line is deleted. */
  readonly request: ExportLine<RequestContent> | undefined
  readonly answer: ExportLine<AnswerContent> | undefined
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

/** UTF-8 of U+FEFF, which may stand before the first line of a file and never inside another. */
function withoutMark(bytes: Uint8Array): Uint8Array {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes
}

/** The original bytes of a line, and what a provider reads in them. */
export class ExportLine<Content> {
  /** Without a byte order mark. */
  readonly bytes: Uint8Array
  readonly provider: ProviderDefinition
  readonly keyPath: JsonPath
  readonly #read: (record: unknown) => Content
  #text: string | undefined
  #record: unknown
  #content: Content | undefined
  #state: 'unparsed' | 'broken' | 'parsed' | 'read' = 'unparsed'

  constructor(
    bytes: Uint8Array,
    from: { readonly provider: ProviderDefinition; readonly keyPath: JsonPath },
    read: (record: unknown) => Content,
  ) {
    this.bytes = withoutMark(bytes)
    this.provider = from.provider
    this.keyPath = from.keyPath
    this.#read = read
  }

  get text(): string {
    this.#text ??= decoder.decode(this.bytes)
    return this.#text
  }

  get isJson(): boolean {
    if (this.#state === 'unparsed') this.#parse()
    return this.#state !== 'broken'
  }

  /** Undefined for a line that is not JSON. */
  get record(): unknown {
    return this.isJson ? this.#record : undefined
  }

  /** What the provider reads; undefined for a line that is not JSON. */
  get content(): Content | undefined {
    if (!this.isJson) return undefined
    if (this.#state === 'parsed') {
      this.#content = this.#read(this.#record)
      this.#state = 'read'
    }
    return this.#content
  }

  #parse(): void {
    try {
      this.#record = JSON.parse(this.text)
      this.#state = 'parsed'
    } catch {
      this.#state = 'broken'
    }
  }

  /** The JSON text of a value as the line has it; undefined when there is none, or it is null. */
  sourceOf(path: JsonPath): string | undefined {
    if (!this.isJson) return undefined
    const range = rangeOfPath(this.text, path)?.value
    const source = range && this.text.slice(range.from, range.to)
    return source === 'null' ? undefined : source
  }

  /** As `sourceOf`, of the first path that leads to a value. */
  firstSourceOf(paths: readonly JsonPath[]): string | undefined {
    for (const path of paths) {
      const source = this.sourceOf(path)
      if (source !== undefined) return source
    }
    return undefined
  }
}

interface LineSource {
  readonly provider: ProviderDefinition
  readonly keyPath: JsonPath
}

export function requestOfLine(bytes: Uint8Array, from: LineSource): ExportLine<RequestContent> {
  return new ExportLine(bytes, from, (record) => from.provider.readRequest(record))
}

export function answerLine(bytes: Uint8Array, from: LineSource): ExportLine<AnswerContent> {
  return new ExportLine(bytes, from, (record) => from.provider.readAnswer(record))
}
