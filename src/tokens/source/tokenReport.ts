// What there is to know about the tokens of a document, from the counts that there are.
import type { LineId, LineIndex } from '../../base/units.ts'
import type { LongLine, TokenModel, TokenReport } from '../../contracts/lineTokens.ts'
import type { ValidatedDocument } from '../../validation/validatedDocument.ts'
import type { LineTokens } from './lineTokens.ts'
import { modelKey } from './stretchPlan.ts'
import { bucketFrom, type TokenColumn } from './tokenColumn.ts'

const LONGEST = 5

/** Lines whose ids are asked for at once. */
const LINES_AT_ONCE = 4096

export function tokenReport(doc: ValidatedDocument, tokens: LineTokens): TokenReport {
  const { column } = tokens
  const readable = column.kinds.filter(({ kind }) => !kind.isUnreadable)
  const linesWith = (has: 'hasMedia' | 'hasTools' | 'hasStoredInput'): number =>
    readable.reduce((sum, { kind, lines }) => sum + (kind[has] ? lines : 0), 0)
  return {
    revision: doc.revision,
    models: modelsOf(tokens),
    lines: readable.reduce((sum, { lines }) => sum + lines, 0),
    tokens: column.tokens,
    buckets: bucketsOf(column),
    longest: longestOf(doc, column),
    withMedia: linesWith('hasMedia'),
    withTools: linesWith('hasTools'),
    withStoredInput: linesWith('hasStoredInput'),
  }
}

/** The next line after `after` with [from, to) tokens, going round. */
export function lineWithTokens(
  { lines }: ValidatedDocument,
  { column }: LineTokens,
  [from, to]: readonly [number, number],
  after: LineIndex,
): { readonly id: LineId; readonly index: LineIndex } | undefined {
  const all = lines.view({ kind: 'all' })
  const findIn = (first: LineIndex, end: LineIndex) => {
    for (let at = first; at < end; at += LINES_AT_ONCE) {
      const ids = all.ids(at, Math.min(end, at + LINES_AT_ONCE))
      const place = ids.findIndex((id) => {
        const tokens = column.tokensOf(id) ?? -1
        return tokens >= from && tokens < to && column.kindOf(id)?.isUnreadable === false
      })
      if (place >= 0) return { id: ids[place] as LineId, index: at + place }
    }
    return undefined
  }
  const start = Math.min(Math.max(0, after + 1), all.count)
  return findIn(start, all.count) ?? findIn(0, start)
}

function modelsOf(tokens: LineTokens): readonly TokenModel[] {
  const models = new Map<string, TokenModel>()
  for (const { kind, lines, tokens: counted } of tokens.column.kinds) {
    if (lines === 0 || kind.isUnreadable) continue
    const key = modelKey(kind)
    const { model, encoding, isKnown } = kind
    const sum = (models.get(key)?.tokens ?? 0) + counted
    models.set(key, {
      ...(model !== undefined && { model }),
      encoding,
      isKnown,
      tokens: sum,
      error: 0,
    })
  }
  const { isExact } = tokens.facts
  return [...models]
    .map(([key, model]) => {
      const reckoned = isExact ? undefined : tokens.reckonedOf(key)
      return reckoned ? { ...model, ...reckoned } : model
    })
    .sort((a, b) => b.tokens - a.tokens)
}

function bucketsOf({ buckets }: TokenColumn): TokenReport['buckets'] {
  const first = buckets.findIndex((lines) => lines > 0)
  const last = buckets.findLastIndex((lines) => lines > 0)
  if (first < 0) return []
  return Array.from(buckets.subarray(first, last + 1), (lines, i) => ({
    from: bucketFrom(first + i),
    to: bucketFrom(first + i + 1),
    lines,
  }))
}

function longestOf({ lines }: ValidatedDocument, column: TokenColumn): readonly LongLine[] {
  const longest: { readonly id: LineId; readonly tokens: number }[] = []
  column.forEach((id, tokens) => {
    const least = longest.length < LONGEST ? 0 : (longest.at(-1)?.tokens ?? 0)
    if (tokens <= least) return
    const place = longest.findIndex((each) => each.tokens < tokens)
    longest.splice(place < 0 ? longest.length : place, 0, { id, tokens })
    if (longest.length > LONGEST) longest.pop()
  })
  return longest.flatMap(({ id, tokens }) => {
    const index = lines.indexOf(id)
    return index === undefined ? [] : [{ id, index, tokens }]
  })
}
