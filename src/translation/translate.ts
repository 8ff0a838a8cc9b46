// A request of a batch in the shape of one provider becomes a request in the shape of another, line by line.
// Every shape is read into one neutral request and written from it, so any two meet; what is taken over is
// copied as it is written, and what is not is noted.
import { setMember } from '../json/spliceText.ts'
import {
  isRefusal,
  type ShapeDefinition,
  type SourceLine,
  type WriteContext,
} from './defineShape.ts'
import { readNode } from './jsonNode.ts'
import type { Chat, Request } from './neutral.ts'
import { CODES_BY_NAME, Notes } from './notes.ts'
import { NO_JSON, NO_REQUEST, NO_TARGET } from './refusals.ts'
import { definitions, shapeOf } from './registry.ts'
import type { ShapeInfo, Translation, TranslationOptions } from './translation.ts'
import { withoutUploads } from './uploadedFiles.ts'
import { quote } from './writeJson.ts'

export { noteKinds } from './noteKinds.ts'
export type {
  NoteSeverity,
  ShapeInfo,
  Translation,
  TranslationNote,
  TranslationOptions,
} from './translation.ts'

/** Where a token limit is demanded and nobody says one. */
const DEFAULT_MAX_TOKENS = 4096

/** What can be written, in the order to be shown. */
export const shapes: readonly ShapeInfo[] = definitions.map(infoOf)

function infoOf({ id, title, provider }: ShapeDefinition): ShapeInfo {
  return { id, title, provider }
}

/** The shape of a line that is a request; undefined for any other text. */
export function recogniseShape(line: string): ShapeInfo | undefined {
  const node = readNode(line)
  const shape = node && shapeOf(node)
  return shape && infoOf(shape)
}

/**
 * Never throws. The line has no line break. One that has the shape already stays as it is, but for the
 * model where one is given.
 */
export function translateLine(line: string, options: TranslationOptions): Translation {
  const target = definitions.find(({ id }) => id === options.target)
  if (target === undefined) return NO_TARGET
  const node = readNode(line)
  if (node === undefined) return NO_JSON
  const shape = shapeOf(node)
  if (shape === undefined) return NO_REQUEST
  const source = shape.read(node)
  if (shape === target)
    return { ok: true, line: withModel(line, source, target, options), notes: [] }
  const notes = new Notes(target.place)
  for (const stray of source.strays) {
    notes.field(CODES_BY_NAME.get(String(stray.step)) ?? 'field-dropped', stray)
  }
  const context: WriteContext = {
    notes,
    source,
    family: shape.family,
    provider: shape.provider,
    model: options.model,
    providerName: target.providerName,
    maxTokens: options.maxTokens ?? DEFAULT_MAX_TOKENS,
    bodyKey: target.bodyKey,
  }
  const made =
    shape.family === target.family ? target.copy(context) : rewritten(shape, target, context)
  return isRefusal(made) ? made : { ok: true, line: made, notes: notes.list }
}

function rewritten(shape: ShapeDefinition, target: ShapeDefinition, context: WriteContext) {
  const request: Request | ReturnType<ShapeDefinition['write']> = shape.readBody(
    context.source.body,
    context.notes,
  )
  if (isRefusal(request)) return request
  if (request.kind !== 'chat') return target.write(request, context)
  noteLoneResults(request, context.notes)
  const isElsewhere = shape.provider !== target.provider
  return target.write(isElsewhere ? withoutUploads(request, context.notes) : request, context)
}

/** Notes results whose call is not there: they are refused in most places. */
function noteLoneResults({ turns }: Chat, notes: Notes): void {
  const called = new Set<string>()
  for (const { parts } of turns) {
    for (const part of parts) {
      if (part.kind === 'call') called.add(part.id)
      if (part.kind === 'result' && !called.has(part.callId)) {
        notes.add('result-without-call', { id: JSON.parse(part.callId) as string }, part.at)
      }
    }
  }
}

function withModel(
  line: string,
  { model, body }: SourceLine,
  target: ShapeDefinition,
  options: TranslationOptions,
): string {
  const wanted = options.model
  if (wanted === undefined || wanted === '' || model?.string === wanted) return line
  if (model === undefined && !target.needsModel) return line
  return setMember(line, body.path, 'model', quote(wanted)) ?? line
}
