// A few requests as they will be, while the template is typed.
import { PREVIEW_LENGTH, type PreviewKind, type RequestPreview } from '../contracts/templatesApi.ts'
import { cutText } from '../base/cutText.ts'
import type { CompiledTemplate } from './compileTemplate.ts'
import { type MadeRequest, RequestMaker } from './requestMaker.ts'
import type { RowStore } from './rowStore.ts'

const utf8 = new TextEncoder()

/** `row`: from 1. */
export function previewOf(kind: PreviewKind, row: number, line: string): RequestPreview {
  return { kind, row, text: cutText(line, PREVIEW_LENGTH), bytes: utf8.encode(line).length + 1 }
}

/** `random`: from 0 to below 1. The longest is that of the longest row. Throws ReadFailure. */
export async function previewRequests(
  rows: RowStore,
  template: CompiledTemplate,
  random: number,
): Promise<readonly RequestPreview[]> {
  if (rows.count === 0) return []
  const places: readonly (readonly [PreviewKind, number])[] = [
    ['first', 1],
    ['last', rows.count],
    ['random', 1 + Math.floor(random * rows.count)],
    ['longest', rows.longest],
  ]
  const previews: RequestPreview[] = []
  for (const [kind, number] of places) {
    const row = await rows.rowAt(number)
    const perRow = template.variants.length * template.repeats
    const maker = new RequestMaker(template, rows.columns, (number - 1) * perRow)
    let made: MadeRequest | undefined
    for (const request of row ? maker.requestsOf(row) : []) {
      made = request
      if (kind !== 'last') break
    }
    if (made) previews.push(previewOf(kind, number, made.line))
  }
  return previews
}
