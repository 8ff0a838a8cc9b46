// What a format is: one definition file per format says everything the rest of the app needs to
// know about it, as data. Shared code never asks which format it holds.
import type { z } from 'zod'
import { todayAsDay } from '../base/calendarDay.ts'
import type { JsonPath, Severity } from '../diagnostics/diagnostic.ts'
import type { Message, Value } from '../i18n/message.ts'
import type { LinkUse } from '../scanner/scanPlan.ts'

/**
 * What of a value a rule looks at to say whether it speaks:
 * - `words`: nothing; the value is for the message alone
 * - `type`: its JSON type, and true or false
 * - `filled`: its JSON type, and whether a text or an array is empty
 * - `name`: its JSON type, whether a text is empty, and whether it is of letters, digits, `_` and `-`
 * - `brokenName`: its JSON type, whether a text is empty, and whether it has white space or one of `<|\/>`
 * - `image`: its JSON type, and whether a text begins as a picture in base64 does
 * - `openObject`: its JSON type, and whether a text begins as a JSON object and does not end as one
 * - `innerJson`: the same, and whether a text is no JSON, by base/innerJson.ts
 * - `manyImages`: its JSON type, and whether more than MAX_EXAMPLE_IMAGES texts (base/imageData.ts) are read in the
 *   line by all that observe this: they are in one place of a format
 * - `imageData`: its JSON type, and which fault a text has as a data URL of a picture, by base/imageData.ts
 * - `schema`: its JSON type, and of an object which bits of SCHEMA_MARK it has as a JSON Schema
 * - `text`: its JSON type, and every character of a text; what a path alone stands for
 * - `all`: every byte of it, numbers, objects and arrays too
 * - `link`: its type, and of all ids and names of the line together what is wrong with them, by
 *   base/linkFaults.ts: a rule reads all of a list that gives or answers ids, or all places of a format where
 *   names are declared or used. There is one such list in a line, and one such set of names.
 * - `lengths`: its JSON type, and which of these lengths, in code points, a text reaches
 * - `keys`, where the path ends with `{}`: whether there is an object, and which of these keys it has
 * - otherwise its JSON type and, of a number, whether it is an integer as JavaScript sees it and
 *   whether it is below, at or above each of the bounds
 */
export type Projection =
  | 'words'
  | 'type'
  | 'text'
  | 'filled'
  | 'name'
  | 'brokenName'
  | 'image'
  | 'openObject'
  | 'imageData'
  | 'innerJson'
  | 'manyImages'
  | 'schema'
  | 'all'
  | { readonly keys: readonly string[] }
  | { readonly link: LinkUse }
  | { readonly lengths: readonly number[] }
  | { readonly integer?: boolean; readonly bounds?: readonly number[] }

/** A value that a rule reads, and what it observes of it. */
export interface PartialRead {
  readonly path: JsonPath
  readonly observes: Projection
}

/** What a line rule says. */
export interface RuleAnswer {
  readonly message: Message
  readonly at: number
  readonly inside?: readonly number[]
  readonly below?: JsonPath
  /** Placeholders of the message that quote a number, by what `reads` has it: it is shown as it stands in the line. */
  readonly quotes?: Readonly<Record<string, number>>
}

/** A rule about one line that its schema cannot say. */
export interface LineRule {
  readonly code: string
  readonly severity: Severity
  /** A warning that stops nothing: see `Finding`. */
  readonly canBeNotice?: true
  /** The cause in a few words; names no value of a line. */
  readonly title: Message
  /**
   * The only values that `check` may look at. Declared, so that a fast path knows that no other part
   * of the line can change the answer. Two steps are special: `[]` reads all elements (the value is
   * an array of what the rest of the path finds in each), `{}` reads the keys of an object and not
   * its values; without `keys` every name that no schema knows makes a line of its own kind.
   *
   * A path alone reads texts, and of other values the type: right for what has few values in a file,
   * such as a model. What differs from line to line (a seed, a limit) should say what of it is seen,
   * or every line has to be validated by itself.
   */
  readonly reads: readonly (JsonPath | PartialRead)[]
  /**
   * Which elements `[]` reads matters, and neither their order nor how often each occurs: whether the
   * rule speaks is the same for [a, b, b] and [b, a]. Lines can then be recognised by more.
   */
  readonly anyOrder?: boolean
  /**
   * What decides by itself whether the rule speaks, so that lines can be recognised by their parts:
   * - `elements`: each element of the arrays that `[]` leads through right below the line or its body, beside
   *   all else that is read. The rule speaks of [a, b] exactly when it speaks of [a] or of [b], and not of [].
   * - `reads`: each such element, and each other key of the line or its body, beside the url (or what else
   *   chooses the schema) and the values that are uniform: it speaks exactly when it speaks of a line that has
   *   nothing else.
   */
  readonly apart?: 'elements' | 'reads'
  /**
   * Codes of findings that say the same less clearly; they are left out when this rule speaks. Of
   * unknown keys either all (`unknown-key:*`) or one that the rule reads (`unknown-key:body.foo`).
   */
  readonly replaces?: readonly string[]
  /**
   * The values at `reads` in their order (undefined when absent). Returns what is wrong, or
   * undefined. `at` is the index in `reads` of the value to point at; `inside` says which of those that were
   * read there, a place for each `[]`, and `below` leads on from there.
   */
  check(values: readonly unknown[]): RuleAnswer | undefined
}

/**
 * A rule about which keys an object of the line has, whatever their values: a request body without
 * its envelope, a parameter of another endpoint.
 */
export interface PresenceRule {
  readonly code: string
  readonly severity: Severity
  /** A warning that stops nothing: see `Finding`. */
  readonly canBeNotice?: true
  readonly title: Message
  /** What is wrong and what to do. */
  readonly message: Message
  /** The object whose keys count; the root when absent. */
  readonly at?: JsonPath
  /** At least one of these keys is there; the first that is there is pointed at. */
  readonly has: readonly string[]
  /** All of these are there. */
  readonly hasAll?: readonly string[]
  /** None of these is there. */
  readonly lacks?: readonly string[]
  /** Only for lines with one of these texts at a path. */
  readonly when?: { readonly path: JsonPath; readonly is: readonly string[] }
  /**
   * Codes of findings that this one explains; a trailing * stands for any rest. An unknown key is
   * named with its place, and is one of the rule's own (`unknown-key:body.foo`).
   */
  readonly replaces?: readonly string[]
}

/** What is said of lines that repeat an earlier one. */
export interface RepeatRule {
  /** Code of the finding on the second and every later line. */
  readonly code: string
  readonly title: Message
  /** Of that finding; an error when absent. */
  readonly severity?: 'error' | 'warning'
  /** A warning that stops nothing: see `Finding`. */
  readonly canBeNotice?: true
  /** Code of the hint on the first of the lines. */
  readonly firstCode: string
  readonly firstTitle: Message
}

/** The value that identifies a line. */
export interface KeyRule extends RepeatRule {
  readonly path: JsonPath
  /**
   * Keys made of these characters (ASCII) and at most this long: no line rule that reads the key
   * alone has anything to say about them.
   */
  readonly plain?: { readonly characters: string; readonly maxLength: number }
}

/** A value that is meant to be the same in all lines. */
export interface UniformRule {
  readonly path: JsonPath
  /** Code of the file finding, and of the error on a line that is the only odd one. */
  readonly code: string
  readonly title: Message
  /** What the value is, as a heading: 'Model'. */
  readonly label: Message
  /**
   * What is wrong with a file whose lines have several: 'All lines of a batch need the same model.
   * Found: gpt-4o (3 lines), o3 (2 lines).' `found`: the values, as a list or a message.
   */
  mixedMessage(found: Value): Message
  /**
   * What is wrong with the only line that has another: 'Every other line has the model "gpt-4o"; this
   * one has "o3". …' Both values as JSON texts.
   */
  outlierMessage(usual: string, own: string): Message
}

/** A limit on the file as a whole. */
export interface LimitRule {
  readonly code: string
  /** `lines` counts non-blank lines; `items` sums `countItems` over the lines. */
  readonly of: 'lines' | 'bytes' | 'items'
  readonly title: Message
  /** Severity `error` above this. */
  readonly errorAbove: number
  /** Severity `warning` above this, when it is lower. */
  readonly warnAbove?: number
  /** What is counted, as the heading of a meter: 'Requests', 'Size'. */
  readonly label: Message
  /** 'The file has 50,001 requests; the limit is 50,000. Split it into several files.' */
  message(used: number, limit: number): Message
}

/** How many lines a file needs at least; fewer are a warning, since they may be for something else. */
export interface LeastRule {
  readonly code: string
  /** Lines that are not blank. */
  readonly lines: number
  readonly title: Message
  message(used: number, least: number): Message
}

/**
 * A column of the line table: the first path that leads to a value other than null is shown. An
 * index of -1 is the last element; `valueAt` of src/json reads such paths.
 */
export interface Column {
  readonly id: string
  readonly title: Message
  readonly paths: readonly JsonPath[]
  /** Initial width in CSS pixels; absent for the column that takes the rest. */
  readonly width?: number
}

export interface RecognitionNote {
  readonly title: Message
  readonly message: Message
}

/** What the API that reads the file calls the faults that it finds. */
export interface ApiCodes {
  /** Of every line that is not a JSON text. */
  readonly notJson?: string
  /** By code of a finding; a trailing * stands for any rest, the longest that fits counts. */
  readonly byCode: Readonly<Record<string, string>>
  /**
   * Where the API has other words in other places: by code in the same way, the first place counts that the path of
   * a finding begins with. Known of findings of one line alone: a cause may be in several places.
   */
  readonly byPlace?: Readonly<Record<string, readonly PlacedApiCode[]>>
}

export interface PlacedApiCode {
  readonly at: JsonPath
  readonly apiCode: string
}

/** Ids are those of the pairing's providers where both have one. */
export interface Provider {
  readonly id: string
  readonly name: Message
}

export interface FormatDefinition {
  /** camelCase, equal to the file's name. Shown as `data-format`. */
  readonly id: string
  readonly title: Message
  /** One sentence for the format menu. */
  readonly summary: Message
  /** Who takes or gives such lines; absent where it is no one in particular. */
  readonly provider?: Provider
  /**
   * The id of the format that this one varies: the same thing as another provider takes it. Formats
   * that share it are what 'These are for' offers to choose from.
   */
  readonly variantOf?: string
  /** What is said once when a file was recognised as this format and the user chose none. */
  readonly recognisedAs?: RecognitionNote
  /**
   * What its lines are where their tokens are counted as OpenAI's models count them: requests, whose prompts
   * count, or examples to learn from. Absent where no one knows how they are counted.
   */
  readonly tokens?: 'requests' | 'examples'
  /** What the lines are to a pairing by key. */
  readonly role?: 'request' | 'result'
  /** True when the distinguishing keys are there, even if the line is not valid. */
  recognise(value: unknown): boolean
  /**
   * The schema of a line, without refinements and transforms wherever possible: rules that the
   * schema cannot say go to `lineRules` with the paths that they read.
   */
  readonly schema: z.ZodType
  /**
   * Where `schema` is a union by a discriminator: what lines are held to whose discriminator fits
   * no option. It may depend on nothing that no option depends on.
   */
  readonly fallbackSchema?: z.ZodType
  /**
   * Severity of schema findings by code, where it is not the usual one: `warning` for unknown keys,
   * `error` for the rest. A trailing * stands for any rest; the longest that fits counts.
   */
  readonly severities?: Readonly<Record<string, Severity>>
  /**
   * Codes of schema findings of severity `warning` that stop nothing (see `canBeNotice` of
   * `Finding`); a trailing * stands for any rest.
   */
  readonly notices?: readonly string[]
  /** What the reader does about an unknown key in an object of the line, as a sentence. */
  readonly aboutUnknownKeys?: Message
  readonly lineRules?: readonly LineRule[]
  readonly presenceRules?: readonly PresenceRule[]
  readonly key?: KeyRule
  /** For formats without a key: lines that are another line again, byte by byte. */
  readonly wholeLines?: RepeatRule
  /** Lines that another open document of the format has, too, are told: of examples for training and for testing. */
  readonly comparesDocuments?: true
  readonly uniform?: readonly UniformRule[]
  readonly limits?: readonly LimitRule[]
  readonly least?: LeastRule
  /**
   * For limits of `items`: how many of them a line holds, or that they are the elements of the array
   * at `itemsPath`. `countItems` may look at the uniform values and, at `itemsPath`, at the type of
   * the value, whether it is empty, and which types its elements are of, whatever their order. An array
   * counts 0 exactly when it is empty and does so, or when each of its elements alone would.
   */
  readonly itemsPath?: JsonPath
  countItems?(value: unknown): number | 'elements'
  /**
   * Days (YYYY-MM-DD, in any order) from which lines are judged otherwise than before: verdicts that were
   * kept on an earlier day are not believed then.
   */
  readonly changesOn?: readonly string[]
  /** The days for which what moves from month to month is known; shown with the file. */
  readonly knownAsOf?: Message
  /** How bad a byte order mark at the start of the file is; a hint only where readers ask for it. */
  readonly byteOrderMark: 'error' | 'warning' | 'hint'
  /** What the readers of this format make of the mark, in a sentence. */
  readonly byteOrderMarkNote?: Message
  /** Absent where the reader's codes are not known. */
  readonly apiCodes?: ApiCodes
  /** What a file's name has to end with, where an upload of others is refused. */
  readonly fileExtension?: string
  readonly columns: readonly Column[]
  readonly examples: {
    readonly valid: readonly string[]
    /** Lines whose only findings are notices: see `canBeNotice`. */
    readonly notices?: readonly { readonly line: string; readonly codes: readonly string[] }[]
    /** Valid lines that hold bad news. */
    readonly attention?: readonly { readonly line: string; readonly codes: readonly string[] }[]
    readonly invalid: readonly { readonly line: string; readonly codes: readonly string[] }[]
  }
}

/** The path of what a rule reads. */
export function pathOf(read: JsonPath | PartialRead): JsonPath {
  return 'path' in read ? read.path : read
}

/** How many of the days have come on which lines are judged otherwise than before. */
export function phaseOf({ changesOn = [] }: FormatDefinition, today = todayAsDay()): number {
  return changesOn.filter((day) => day <= today).length
}

/** Lines that show what a file of this format looks like. */
export function typicalLines({ examples }: FormatDefinition): readonly string[] {
  return [...examples.valid, ...(examples.notices ?? []).map(({ line }) => line)]
}

/** What lines of a format must not share: their key, or all of them. */
export function repeatRuleOf({ key, wholeLines }: FormatDefinition): RepeatRule | undefined {
  return key ?? wholeLines
}

/** Identity at run time: it is there so that a definition file is checked where it is written. */
export function defineFormat(format: FormatDefinition): FormatDefinition {
  return format
}
