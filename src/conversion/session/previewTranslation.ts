// The first lines of a batch, and what they would be for another provider.
import { cutText } from '../../base/cutText.ts'
import { lineNumberOf } from '../../base/units.ts'
import {
  PREVIEWED_LENGTH,
  type PreviewedLine,
  type TranslationChoice,
  type TranslationPreview,
} from '../../contracts/translationApi.ts'
import {
  recogniseShape,
  type ShapeInfo,
  shapes,
  translateLine,
  type TranslationOptions,
} from '../../translation/translate.ts'
import { notesGiven, titleOf, TOKEN_LIMIT_ADDED } from './gatheredNotes.ts'
import { isBlank, textOfLine } from './translateChunks.ts'

/** Lines that are shown. */
const SHOWN_LINES = 5
/** Lines by which is told what all are. */
const LOOKED_AT = 100
/** Bytes of them, unless those that are shown have more: a preview is made with every key that is pressed. */
const LOOKED_AT_BYTES = 512 * 1024
/** Code units of a line that is tried for every target. */
const TRIED_LENGTH = 64 * 1024

const LF = 0x0a

/** `head`: the first bytes of the file; `isWhole`: they are all of it. */
export function previewTranslation(
  head: Uint8Array,
  isWhole: boolean,
  choice: TranslationChoice | undefined,
): TranslationPreview {
  const lines = linesOfHead(head, isWhole)
  const shape = mostFrequent(lines.map(({ text }) => recogniseShape(text)))
  if (!shape) return { targets: [], needsTokenLimit: false, lines: [], isCut: false }
  const targets = targetsOf(lines, shape)
  const target = targets.find(({ id }) => id === choice?.target) ?? firstOf(targets, shape)
  if (!target) return { shape, targets, needsTokenLimit: false, lines: [], isCut: false }
  const options = optionsOf({ ...choice, target: target.id })
  const made = lines.map(({ text }) => translateLine(text, options))
  return {
    shape,
    targets,
    target: target.id,
    needsTokenLimit: made.some(
      (each) => each.ok && each.notes.some(({ code }) => code === TOKEN_LIMIT_ADDED),
    ),
    lines: lines.slice(0, SHOWN_LINES).map(({ index, text }, at): PreviewedLine => {
      const translation = made[at] as (typeof made)[number]
      const line = lineNumberOf(index)
      const before = cutText(text, PREVIEWED_LENGTH)
      if (!translation.ok) return { line, before, reason: translation.reason, notes: [] }
      return {
        line,
        before,
        after: cutText(translation.line, PREVIEWED_LENGTH),
        notes: notesGiven(translation.notes, options).map((note) => ({
          code: note.code,
          severity: note.severity,
          title: titleOf(note),
          message: note.message,
        })),
      }
    }),
    isCut: !isWhole || lines.length > SHOWN_LINES,
  }
}

/** As `translateLine` takes them. */
export function optionsOf({ target, model, maxTokens }: TranslationChoice): TranslationOptions {
  return {
    target,
    ...(model !== undefined && { model }),
    ...(maxTokens !== undefined && { maxTokens }),
  }
}

interface HeadLine {
  readonly index: number
  readonly text: string
}

/** The first whole ones that are not blank. */
function linesOfHead(head: Uint8Array, isWhole: boolean): readonly HeadLine[] {
  const lines: HeadLine[] = []
  let from = 0
  for (let index = 0; from < head.length && lines.length < LOOKED_AT; index++) {
    if (from > LOOKED_AT_BYTES && lines.length >= SHOWN_LINES) break
    const end = head.indexOf(LF, from)
    if (end < 0 && !isWhole) break
    const to = end < 0 ? head.length : end
    const text = (textOfLine(head.subarray(from, to), index === 0) ?? '').replace(/\r$/, '')
    if (!isBlank(text)) lines.push({ index, text })
    from = to + 1
  }
  return lines
}

function mostFrequent(found: readonly (ShapeInfo | undefined)[]): ShapeInfo | undefined {
  const counts = new Map<string, number>()
  for (const shape of found) if (shape) counts.set(shape.id, (counts.get(shape.id) ?? 0) + 1)
  const [most] = [...counts].toSorted((a, b) => b[1] - a[1])
  return found.find((shape) => shape?.id === most?.[0])
}

/** What any of the lines can be translated into: a prompt becomes no request for embeddings. */
function targetsOf(lines: readonly HeadLine[], shape: ShapeInfo): readonly ShapeInfo[] {
  const requests = lines.filter(({ text }) => recogniseShape(text) !== undefined)
  const short = requests.filter(({ text }) => text.length <= TRIED_LENGTH)
  const tried = short.length > 0 ? short.slice(0, SHOWN_LINES) : requests.slice(0, 1)
  return shapes.filter(
    ({ id }) => id !== shape.id && tried.some(({ text }) => translateLine(text, { target: id }).ok),
  )
}

/** Of another provider, if there is one. */
function firstOf(targets: readonly ShapeInfo[], shape: ShapeInfo): ShapeInfo | undefined {
  return targets.find(({ provider }) => provider !== shape.provider) ?? targets[0]
}
