// What is under way for the file that rows are made of, and what was made of it. Whoever takes the place of the
// file says so here, so that what comes too late changes nothing.
import { newBatchStore } from './newBatchStore.ts'
import { conversionClient } from '../conversion/conversionWorker.ts'

/** Rises with every file, every choice and whatever takes its place. */
let turn = 0
let converting: string | undefined
/** The rows of the file, for `discard`. */
let made: string | undefined
/** The same of files before it, which the worker may still read. */
let unwanted: readonly string[] = []

/** The present turn, to be asked about by `isTurn`. */
export function currentTurn(): number {
  return turn
}

export function isTurn(mine: number): boolean {
  return mine === turn
}

/** Whatever is under way is no longer wanted. Returns the new turn. */
export function nextTurn(): number {
  if (converting !== undefined) void conversionClient().cancel(converting)
  converting = undefined
  turn += 1
  return turn
}

/** The file is no longer what the rows are made of. */
export function dropFile(): void {
  nextTurn()
  keepMade(undefined)
  newBatchStore.setState({ conversion: undefined, rowNotes: undefined })
}

/** `jobId` undefined: it has come to its end. */
export function setConverting(jobId: string | undefined): void {
  converting = jobId
}

/** `id`: of the rows that are opened next; undefined where they are no file that was made here. */
export function keepMade(id: string | undefined): void {
  if (made !== undefined) unwanted = [...unwanted, made]
  made = id
}

/** When other rows are open. */
export function discardUnwanted(): void {
  for (const id of unwanted) void conversionClient().discard(id)
  unwanted = []
}
