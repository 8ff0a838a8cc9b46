// Which lines are chosen, and what is done to many of them at once: types only.
import type { Result } from '../base/result.ts'
import type { LineId, RowIndex } from '../base/units.ts'
import type { View } from './documentApi.ts'

/** A set of lines as its worker wrote it down: small, and nothing that the page could read. */
export type LineSetBytes = Uint8Array<ArrayBuffer>

/** Lines that something is done to. */
export type LineTarget =
  | { readonly kind: 'lines'; readonly lines: LineSetBytes }
  /** All that have a cause. */
  | { readonly kind: 'cause'; readonly code: string }

/** An edit of any number of lines, as one step of undo. */
export type ManyCommand = LinesCommand | RenumberCommand | ReplaceLinesCommand

/** Puts other lines in the place of each; none deletes it. Lines that are gone are passed over. */
export interface ReplaceLinesCommand {
  readonly kind: 'replace'
  readonly lines: readonly { readonly id: LineId; readonly texts: readonly string[] }[]
}

/**
 * Gives lines new ids, from top to bottom; lines that are no JSON object stay as they are. An id that another line
 * has is passed over.
 */
export interface RenumberCommand {
  readonly kind: 'renumber'
  /** `request-{{#}}`; `{{####}}`: with four digits at least. */
  readonly pattern: string
  /** The first number; a whole one, 0 or more. */
  readonly start: number
  /** `repeated`: lines that have the id of an earlier one. */
  readonly which: 'all' | 'repeated'
}

/** Lines that are gone are passed over. */
export interface LinesCommand {
  /** Copies follow the lines: of lines that stand together, all of them follow the last. */
  readonly kind: 'delete' | 'duplicate'
  readonly target: LineTarget
}

/** A row of a view. */
export interface RowPlace {
  /** Its line, where that is known: it counts while it is in the document. */
  readonly id?: LineId | undefined
  /** Counts otherwise, in the view as it is then. */
  readonly row: RowIndex
}

/** A change of which lines are chosen. */
export type ChooseCommand =
  | { readonly kind: 'none' }
  /** All of a view, and no others. */
  | { readonly kind: 'all'; readonly view: View }
  /** One line is or is not. */
  | { readonly kind: 'toggle'; readonly view: View; readonly row: RowPlace }
  /** From one row to another, in either direction, both included. */
  | {
      readonly kind: 'range'
      readonly view: View
      readonly from: RowPlace
      readonly to: RowPlace
      /** Those chosen before stay so. */
      readonly keepsOthers: boolean
    }

/** The part of the contract that is about which lines are chosen. */
export interface ChoosingApi {
  /**
   * Which lines are chosen. That is no edit: it waits for nothing, and a chosen line stays so in every
   * view until it is deleted. The facts that come with it have the new count.
   */
  choose(command: ChooseCommand): Promise<Result<void>>
  /** The chosen lines, as they are remembered with a command. Of now, so it has no revision. */
  chosenLines(): Promise<Result<LineSetBytes>>
  /** Those of `ids` that are among the lines, at the moment. */
  linesAmong(target: LineTarget, ids: readonly LineId[]): Promise<Result<readonly LineId[]>>
  /**
   * The texts of the chosen lines from top to bottom, joined by LF. Fails with `too-many-lines` above
   * COPY_LIMIT_BYTES.
   */
  chosenText(): Promise<Result<string>>
}
