// What a format is: one definition file per format says everything the rest of the app needs to
// know about it, as data. Shared code never asks which format it holds.
import type { z } from 'zod'
import type { JsonPath, Severity } from '../diagnostics/diagnostic.ts'

/** A rule about one line that its schema cannot say. */
export interface LineRule {
  readonly code: string
  readonly severity: Severity
  /** The cause in a few words; names no value of a line. */
  readonly title: string
  /**
   * The only values that `check` may look at. Declared, so that a fast path knows that no other part
   * of the line can change the answer.
   */
  readonly reads: readonly JsonPath[]
  /**
   * The values at `reads` in their order (undefined when absent). Returns what is wrong, or
   * undefined. `at` is the index in `reads` of the value to point at.
   */
  check(values: readonly unknown[]): { readonly message: string; readonly at: number } | undefined
}

/** The value that identifies a line; repeats are errors from the second line on. */
export interface KeyRule {
  readonly path: JsonPath
  /** Code of the error on the second and every later line. */
  readonly code: string
  readonly title: string
  /** Code of the hint on the first of the lines. */
  readonly firstCode: string
  readonly firstTitle: string
}

/** A value that is meant to be the same in all lines. */
export interface UniformRule {
  readonly path: JsonPath
  /** Code of the file finding, and of the error on a line that is the only odd one. */
  readonly code: string
  readonly title: string
  /** 'model' in "2 models in one file". */
  readonly noun: string
}

/** A limit on the file as a whole. */
export interface LimitRule {
  readonly code: string
  /** `lines` counts non-blank lines; `items` sums `countItems` over the lines. */
  readonly of: 'lines' | 'bytes' | 'items'
  readonly title: string
  /** Severity `error` above this. */
  readonly errorAbove: number
  /** Severity `warning` above this, when it is lower. */
  readonly warnAbove?: number
  /** 'requests' in "40,000 / 50,000 requests". */
  readonly noun: string
}

/** A column of the line table: the first path that leads to a value is shown. */
export interface Column {
  readonly id: string
  readonly title: string
  readonly paths: readonly JsonPath[]
  /** Initial width in CSS pixels; absent for the column that takes the rest. */
  readonly width?: number
}

export interface FormatDefinition {
  /** camelCase, equal to the file's name. Shown as `data-format`. */
  readonly id: string
  readonly title: string
  /** One sentence for the format menu. */
  readonly summary: string
  readonly docsUrl?: string
  /** What the lines are to a pairing by key. */
  readonly role?: 'request' | 'result'
  /** True when the distinguishing keys are there, even if the line is not valid. */
  recognise(value: unknown): boolean
  /**
   * The schema of a line, without refinements and transforms wherever possible: rules that the
   * schema cannot say go to `lineRules` with the paths that they read.
   */
  readonly schema: z.ZodType
  /** Severity of schema findings by code, where it is not `error`. */
  readonly severities?: Readonly<Record<string, Severity>>
  readonly lineRules?: readonly LineRule[]
  readonly key?: KeyRule
  readonly uniform?: readonly UniformRule[]
  readonly limits?: readonly LimitRule[]
  /** For limits of `items`: how many of them a line holds. */
  readonly itemsPath?: JsonPath
  countItems?(value: unknown): number
  readonly byteOrderMark: 'error' | 'hint'
  readonly columns: readonly Column[]
  readonly examples: {
    readonly valid: readonly string[]
    readonly invalid: readonly { readonly line: string; readonly codes: readonly string[] }[]
  }
}

/** Identity at run time: it is there so that a definition file is checked where it is written. */
export function defineFormat(format: FormatDefinition): FormatDefinition {
  return format
}
