// What is noted of the lines of a translation, so that a line is one number however much is said of it. Requests
// that a program made have few distinct notes; of a file that has more than fit, further lines have the titles of
// their notes alone.
import {
  type AttachedFinding,
  type AttachedFindings,
  MAX_ATTACHED_SETS,
} from '../../contracts/attachedFindings.ts'
import type { Severity } from '../../diagnostics/diagnostic.ts'
import { GrowableUint16 } from '../../document/growableNumbers.ts'
import type { Message, Value } from '../../i18n/message.ts'
import {
  noteKinds,
  type NoteSeverity,
  type TranslationNote,
  type TranslationOptions,
} from '../../translation/translate.ts'

/** Notes that are kept with their values and places. */
const EXACT_NOTES = 16_384
/** Code units of all of them. */
const EXACT_LENGTH = 8_000_000
/** Code units of one: a model or an id can be as long as a line. */
const NOTE_LENGTH = 4000
/** Sets with such notes. */
const EXACT_SETS = 57_344
/** Notes in all of them. */
const EXACT_MEMBERS = 1_000_000
/** Sets in all, but for those of one kind alone. */
const SETS = MAX_ATTACHED_SETS - 1024

/** The request had no token limit, and gets the one that was typed, or the usual one. */
export const TOKEN_LIMIT_ADDED = 'token-limit-added'

/** Codes of notes stand in lists with those of formats. */
const CODE_PREFIX = 'translation-'

const SEVERITIES: Readonly<Record<NoteSeverity, Severity>> = {
  attention: 'warning',
  dropped: 'warning',
  changed: 'hint',
}

/** Worst first. */
const RANKS: Readonly<Record<NoteSeverity, number>> = { attention: 0, dropped: 1, changed: 2 }

const titles: ReadonlyMap<string, Message> = new Map(
  noteKinds.map(({ code, title }) => [code, title]),
)

/** What all notes of a kind have in common. */
export function titleOf({ code, message }: Pick<TranslationNote, 'code' | 'message'>): Message {
  return titles.get(code) ?? message
}

/** What is noted of a line once the choices of the user are known: what they answer needs no attention any more. */
export function notesGiven(
  notes: readonly TranslationNote[],
  { maxTokens }: Pick<TranslationOptions, 'maxTokens'>,
): readonly TranslationNote[] {
  if (maxTokens === undefined) return notes
  return notes.map((note) =>
    note.code === TOKEN_LIMIT_ADDED ? { ...note, severity: 'changed' } : note,
  )
}

export class GatheredNotes {
  readonly #findings: AttachedFinding[] = []
  readonly #sets: (readonly number[])[] = [[]]
  readonly #placeByNote = new Map<string, number>()
  readonly #setByPlaces = new Map<string, number>()
  readonly #byLine = new GrowableUint16()
  #exactLength = 0
  #members = 0
  /** Lines that somebody should look at. */
  needAttention = 0

  /** The notes of the next line. */
  add(notes: readonly TranslationNote[]): void {
    if (notes.some(({ severity }) => severity === 'attention')) this.needAttention++
    this.#byLine.push(this.#setOf(notes))
  }

  all(): AttachedFindings {
    return { findings: this.#findings, sets: this.#sets, byLine: this.#byLine.toArray() }
  }

  #setOf(notes: readonly TranslationNote[]): number {
    if (notes.length === 0) return 0
    const exact = distinct(notes.map((note) => this.#exact(note)))
    const known = this.#setByPlaces.get(keyOfSet(exact))
    if (known !== undefined) return known
    if (this.#sets.length < EXACT_SETS && this.#members + exact.length <= EXACT_MEMBERS) {
      this.#members += exact.length
      return this.#keepSet(exact)
    }
    const kinds = distinct(notes.map((note) => this.#kind(note)))
    const set = this.#setByPlaces.get(keyOfSet(kinds))
    if (set !== undefined || this.#sets.length < SETS) return set ?? this.#keepSet(kinds)
    const [worst] = notes.toSorted((a, b) => RANKS[a.severity] - RANKS[b.severity])
    const single = worst ? [this.#kind(worst)] : []
    return this.#setByPlaces.get(keyOfSet(single)) ?? this.#keepSet(single)
  }

  #keepSet(places: readonly number[]): number {
    const set = this.#sets.push(places) - 1
    this.#setByPlaces.set(keyOfSet(places), set)
    return set
  }

  #exact(note: TranslationNote): number {
    const key = keyOfNote(note)
    const known = this.#placeByNote.get(key)
    if (known !== undefined) return known
    if (
      this.#placeByNote.size >= EXACT_NOTES ||
      key.length > NOTE_LENGTH ||
      this.#exactLength + key.length > EXACT_LENGTH
    ) {
      return this.#kind(note)
    }
    this.#exactLength += key.length
    return this.#keep(key, note, note.message)
  }

  #kind(note: TranslationNote): number {
    const key = note.code
    const { code, severity } = note
    return this.#placeByNote.get(key) ?? this.#keep(key, { code, severity }, titleOf(note))
  }

  #keep(
    key: string,
    { code, severity, targetPath }: Omit<TranslationNote, 'message'>,
    message: Message,
  ): number {
    const place =
      this.#findings.push({
        code: `${CODE_PREFIX}${code}`,
        severity: SEVERITIES[severity],
        title: titleOf({ code, message }),
        // It stops nothing; what is to be said of nearly all requests is said once.
        ...(severity === 'dropped' && { canBeNotice: true as const }),
        message,
        ...(targetPath && { path: targetPath }),
      }) - 1
    this.#placeByNote.set(key, place)
    return place
  }
}

function distinct(places: readonly number[]): readonly number[] {
  return [...new Set(places)].sort((a, b) => a - b)
}

function keyOfSet(places: readonly number[]): string {
  return places.join(' ')
}

/** Never that of a kind, which has no line break. */
function keyOfNote({ code, message, targetPath }: TranslationNote): string {
  return `${code}\n${keyOfMessage(message)}\n${targetPath ? JSON.stringify(targetPath) : ''}`
}

/** The text of a message is named by its code: values are what differs. */
function keyOfMessage({ source, values }: Message): string {
  let key = typeof source === 'string' ? source : JSON.stringify(source)
  for (const name in values) key += `\n${keyOfValue(values[name])}`
  return key
}

function keyOfValue(value: Value | number | undefined): string {
  return typeof value === 'string' || typeof value === 'number'
    ? String(value)
    : JSON.stringify(value)
}
