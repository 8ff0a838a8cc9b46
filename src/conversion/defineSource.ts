// What can be turned into JSON Lines: one definition file says how the text of such a file becomes lines.
import type { Message } from '../i18n/message.ts'
import type { LineFinder } from './lineOfPart.ts'
import type { SniffedContent } from '../scanner/sniffContent.ts'

/** Where the lines go, and what could not be made a line. */
export interface LineSink {
  /**
   * The next bytes of the result, which may end anywhere. At the end of a conversion every line has its
   * LF. The array is read before the call returns and may be used again. `lineEnds`: how many LFs are in it,
   * where that is known.
   */
  write(bytes: Uint8Array, lineEnds?: number): void
  /** A part of the file that no line was made of. Nothing may be left out without telling. */
  leave(part: LeftOut): void
}

/** A part of the file that was not converted, or not as it stands. */
export interface LeftOut {
  /** Where it begins: a row or line of the file, from 1. */
  readonly row?: number
  /** Where it begins: bytes of the UTF-8 text from its start, without the byte order mark, from 0. */
  readonly offset?: number
  /** What is wrong with it, as a sentence. */
  readonly reason: Message
  /** The beginning of its text; a hundred code units at most. */
  readonly text?: string
  /** False where a line was made of it all the same. */
  readonly isLost: boolean
}

/** One run over one file. */
export interface Converter {
  /** The next bytes: UTF-8 without a byte order mark, cut anywhere. Not kept by reference. */
  push(bytes: Uint8Array): void
  /** No more bytes come; tells of what is unfinished. */
  finish(): void
  /** Writes what is whole and held back; the text may go on. Absent where nothing is held back. */
  flush?(): void
}

/** What a run may need of where it runs. */
export interface ConversionTools {
  /** The scanner's module: it finds the ends of JSON values at the speed of reading. */
  readonly wasm: WebAssembly.Module
}

/** What a source lets its user choose. Each choice has one control; its text is the value as it is kept. */
export interface SourceOption {
  readonly id: string
  readonly label: Message
  /** `choice`: one of `choices`; `flag`: 'yes' or 'no'; `text`: any. */
  readonly kind: 'choice' | 'flag' | 'text'
  readonly choices?: readonly { readonly value: string; readonly label: Message }[]
  /** Of a file that nothing is known of. */
  readonly initial: string
}

/** By the id of an option; what lacks has its initial value. */
export type OptionValues = Readonly<Record<string, string>>

/** What is known of a file before it is converted. */
export interface SourceHead {
  readonly content: SniffedContent
  /** The beginning of the text as UTF-8 without a byte order mark; may end within a character. */
  readonly bytes: Uint8Array
  /** It is all of the file. */
  readonly isWhole: boolean
  /** With its extension. */
  readonly name: string
}

export interface SourceDefinition {
  /** camelCase, equal to the file's name. */
  readonly id: string
  readonly title: Message
  /** One sentence: what becomes a line. */
  readonly summary: Message
  readonly options: readonly SourceOption[]
  /**
   * It reads characters and does not copy bytes: what is broken in the encoding of the file, UTF-8 too, is
   * replaced before it comes, and told of. A source that tells of it by itself says nothing here.
   */
  readonly decodes?: true
  /**
   * The options that fit the file, where it is one of these; undefined where it is none. `certainty`: from
   * 0 to 1; the source with the highest is proposed.
   */
  recognise(
    head: SourceHead,
  ): { readonly certainty: number; readonly options: OptionValues } | undefined
  /** Begins a run. `options` are complete. */
  convert(
    options: OptionValues,
    sink: LineSink,
    tools: ConversionTools,
  ): Converter | Promise<Converter>
  /** Finds the line in which a row begins, where rows are not lines. `options` are complete. */
  findRow?(options: OptionValues, row: number): Promise<LineFinder>
  readonly examples: readonly SourceExample[]
}

/** A whole file, the lines that it becomes, and what is told of it. */
export interface SourceExample {
  readonly before: string
  readonly options?: OptionValues
  readonly after: string
  /** The rows (or offsets) of what was left out or changed, in order. */
  readonly left?: readonly Pick<LeftOut, 'row' | 'offset' | 'isLost'>[]
}

/** Identity at run time: it is there so that a definition file is checked where it is written. */
export function defineSource(source: SourceDefinition): SourceDefinition {
  return source
}

/** `values` with the initial value of every option that they lack. */
export function withInitialValues(source: SourceDefinition, values: OptionValues): OptionValues {
  const initial = source.options.map(({ id, initial: value }) => [id, value] as const)
  return { ...Object.fromEntries(initial), ...values }
}
