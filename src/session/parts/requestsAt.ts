// Single lines as requests, to be tried before a batch is made of all of them.
import { type LineId, lineNumberOf } from '../../base/units.ts'
import {
  MAX_TRIED,
  type RequestChoice,
  type RequestLine,
  type RequestLines,
} from '../../contracts/batchParts.ts'
import type { LineView } from '../../document/lineView.ts'
import { isObject } from '../../json/jsonPath.ts'
import { createLocator } from '../../json/locate.ts'
import type { OpenDocument } from '../openDocument.ts'
import { requestView } from './batchParts.ts'

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })

const BYTE_ORDER_MARK = '\ufeff'

export async function requestsAt(doc: OpenDocument, choice: RequestChoice): Promise<RequestLines> {
  const { revision } = doc
  const lines = idsOf(doc, choice).flatMap((id) => {
    const index = doc.lines.indexOf(id)
    return index === undefined ? [] : [{ id, line: lineNumberOf(index) }]
  })
  const contents = await doc.lines.readContents(lines.map(({ id }) => id))
  const requests = contents.map(({ bytes }, i) => {
    const text = utf8.decode(bytes)
    return { ...(lines[i] as (typeof lines)[number]), ...requestIn(text) }
  })
  return { revision, requests }
}

function idsOf(doc: OpenDocument, choice: RequestChoice): LineId[] {
  if (choice.kind === 'ids') return choice.ids.slice(0, MAX_TRIED)
  const valid = requestView(doc, 'valid')
  const view = valid.count > 0 ? valid : requestView(doc, 'all')
  if (choice.kind === 'first') return view.ids(0, 1)
  return randomRows(view, Math.min(choice.count, MAX_TRIED), choice.seed)
}

/** One row of each of `count` stretches of equal length: spread over the file, and none twice. */
function randomRows(view: LineView, count: number, seed: number): LineId[] {
  const wanted = Math.max(0, Math.min(Math.floor(count), view.count))
  const random = randomNumbers(seed)
  return Array.from({ length: wanted }, (_, i) => {
    const from = Math.floor((i * view.count) / wanted)
    const to = Math.floor(((i + 1) * view.count) / wanted)
    return view.idAt(from + Math.floor(random() * (to - from))) as LineId
  })
}

/** Numbers from 0 to 1, exclusive, that look random: mulberry32, of the public domain. */
function randomNumbers(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** What a line says of its request. The byte order mark is no part of the line that is sent. */
function requestIn(withMark: string): Omit<RequestLine, 'id' | 'line'> {
  const text = withMark.startsWith(BYTE_ORDER_MARK) ? withMark.slice(1) : withMark
  const nothing = { customId: undefined, method: undefined, url: undefined, body: undefined }
  const value = parse(text)
  if (!isObject(value)) return { text, ...nothing }
  const body = createLocator(text).rangeOfPath(['body'])?.value
  return {
    text,
    customId: textOf(value['custom_id']),
    method: textOf(value['method']),
    url: textOf(value['url']),
    body: body && text.slice(body.from, body.to),
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}
