// What of a line counts for its shape: lines of equal shape get one verdict. A plan is a tree (or a
// graph, for recursive schemas) of nodes, made from a format's schema elsewhere; encodePlan.ts makes the
// table of it that the WebAssembly module walks. When unsure, take `bytes`: finer is never wrong.
import type { LinkKind } from '../base/linkFaults.ts'

interface Capturing {
  /** Reports place, kind and hash of this value for every line; 0 to MAX_CAPTURES - 1. */
  readonly capture?: number
  /** A text here is an id that elements of a list share, or tells what the id of its element is. */
  readonly link?: Link
}

/**
 * What a text is to the links of its line. Ids that an element of a list gives and that others answer, as calls
 * of tools are; or names that are declared in one place and used in another. Of them only counts what is wrong
 * with them, see base/linkFaults.ts.
 */
export interface LinkUse {
  /**
   * `byKind`: as the kind of its element says. `kind`: the text says what the element is, if it is one of
   * `kinds`. `declares`, `uses`: a name, wherever it stands. `asks`: one of `kinds` asks for the word JSON,
   * which texts and arrays are `searched` for; in those that stand `beside` it counts for less.
   */
  readonly role:
    | 'gives'
    | 'answers'
    | 'byKind'
    | 'kind'
    | 'declares'
    | 'uses'
    | 'asks'
    | 'searched'
    | 'beside'
  readonly kinds?: ReadonlyMap<string, LinkKind | 'asks'>
  /** Of ids: answers follow at once; otherwise anywhere later in the list. */
  readonly isAdjacent?: boolean
}

export interface Link extends LinkUse {
  /** Containers that are open inside the list where the text stands. */
  readonly depth: number
}

/** Nothing counts, not even the type. */
export interface SkipNode extends Capturing {
  readonly kind: 'skip'
}

/** Only the type counts: object, array, string, number, true, false or null. */
export interface KindNode extends Capturing {
  readonly kind: 'kind'
}

/** Type and bytes as they stand in the text count, whitespace and escapes included. */
export interface BytesNode extends Capturing {
  readonly kind: 'bytes'
  /**
   * Of texts written without escapes, only whether they are one of these counts; none of these needs
   * any (isPlainJson), and a text that does is none. Not for what is captured.
   */
  readonly values?: readonly string[]
  /** Of texts that are none of `values` the bytes count after all. */
  readonly tellsOthers?: boolean
}

/** Of a string counts its length class, and what marks it; of other values the type. */
export interface TextNode extends Capturing {
  readonly kind: 'text'
  /**
   * Lengths in code points, ascending, each the least of its class: [1] tells empty from not empty,
   * [1, 513] also those of over 512. A lone surrogate is one.
   */
  readonly bounds: readonly number[]
  /** Which marks of the text count, bits of TEXT_MARK; none when absent. */
  readonly marks?: number
}

/**
 * What base/textMarks.ts tells: whether it can be a name, whether it begins as a picture does, is a JSON object
 * without its end. Of data URLs of pictures which fault they have, by base/imageData.ts, in the four bits from that
 * of the mark on; whether a text is no JSON, by base/innerJson.ts, or too deep for the scanner to tell, in two.
 * `manyImages`: whether it is beyond the tenth text of the line that is asked for the same.
 */
export const TEXT_MARK = {
  name: 1,
  image: 2,
  openObject: 4,
  imageData: 8,
  innerJson: 128,
  manyImages: 512,
  brokenName: 1024,
} as const

/** Of a number counts its class, always whether it is finite; of other values the type. */
export interface NumberNode extends Capturing {
  readonly kind: 'number'
  /** Whether it counts that it is an integer as JavaScript sees it: 1.0 and 1e2 are. */
  readonly integer: boolean
  /** Ascending; how many of them the number reaches counts. At most 16. */
  readonly bounds: readonly number[]
}

/** Of an object count the known keys present, in order, with their values; of others the type. */
export interface ObjectNode extends Capturing {
  readonly kind: 'object'
  readonly keys: ReadonlyMap<string, PlanNode>
  /**
   * Other keys do not count at all; or whether there are any does, those with white space at an end (isPaddedKey)
   * apart; or their names do, and of their values what the node says.
   */
  readonly unknown: 'ignore' | 'present' | PlanNode
  /** Which values other keys have counts, and neither their names nor which of them has which. */
  readonly anyNames?: boolean
}

/**
 * Of an array counts the set of its distinct elements, with `ends` also the first and the last; of
 * other values the type. With `ordered`, all elements in sequence and their number.
 */
export interface ArrayNode extends Capturing {
  readonly kind: 'array'
  readonly element: PlanNode
  readonly ends?: boolean
  readonly ordered?: boolean
  /** Lengths, ascending, each the least of its class; empty or not counts always. */
  readonly bounds: readonly number[]
}

/**
 * Of an object that is a JSON Schema for structured output, what base/jsonSchema/schemaFaults.ts marks in it
 * counts, or where that is not decided at once its bytes; of other values the type.
 */
export interface SchemaNode extends Capturing {
  readonly kind: 'schema'
}

/** Each type of value by a node of its own, for unions; a type without node counts by itself. */
export interface TypesNode extends Capturing {
  readonly kind: 'types'
  readonly string?: TextNode | BytesNode
  readonly number?: NumberNode | BytesNode
  readonly object?: ObjectNode | SchemaNode | BytesNode
  readonly array?: ArrayNode | BytesNode
}

/** For recursion; must return the same node each time. */
export interface LazyNode {
  readonly kind: 'lazy'
  readonly node: () => PlanNode
}

export type PlanNode =
  | SkipNode
  | KindNode
  | BytesNode
  | TextNode
  | NumberNode
  | ObjectNode
  | ArrayNode
  | SchemaNode
  | TypesNode
  | LazyNode

/** Texts that need no look by anyone who reads captures. */
export interface PlainText {
  /** ASCII characters, not quotes or backslashes. */
  readonly characters: string
  /** In characters. */
  readonly maxLength: number
}

export interface ScanPlan {
  /** Little-endian table, as assembly/plan.ts describes it. */
  readonly bytes: Uint8Array
  /** Captures are numbered from 0 to this, exclusive. */
  readonly captureCount: number
}

export const MAX_CAPTURES = 8
export const MAX_NUMBER_BOUNDS = 16
/** Bytes of an encoded plan at most (assembly/memory.ts); some 8,000 keys. */
export const MAX_PLAN_BYTES = 0x100000

/** Whether the text stands in JSON as it is, between quotes. */
export function isPlainJson(text: string): boolean {
  return text.isWellFormed() && JSON.stringify(text).length === text.length + 2
}
