// Where a field that an API names stands in the text of a line.
import type { LineId, TextOffset } from '../../base/units.ts'
import { EDIT_LIMIT_BYTES } from '../../contracts/documentApi.ts'
import { isJson } from '../../json/isJson.ts'
import type { JsonPath } from '../../json/jsonPath.ts'
import { createLocator } from '../../json/locate.ts'
import { parsePath } from '../../json/parsePath.ts'
import type { OpenDocument } from '../openDocument.ts'

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })

/** As RequestsApi has it. */
export async function placeOfField(
  doc: OpenDocument,
  id: LineId,
  field: string,
): Promise<TextOffset | undefined> {
  if (doc.lines.indexOf(id) === undefined) return undefined
  const [content] = await doc.lines.readContents([id], { limitBytes: EDIT_LIMIT_BYTES })
  if (!content || content.bytes.length < content.byteLength) return undefined
  return placeIn(utf8.decode(content.bytes), field)
}

function placeIn(text: string, field: string): TextOffset | undefined {
  const path = parsePath(field)
  if (!path || !isJson(text)) return undefined
  const locator = createLocator(text)
  // Some say `messages` for `body.messages`.
  const whole = [path, ['body', ...path]].map((each) => locator.rangeOfPath(each)).find(Boolean)
  return whole?.value.from ?? nearest(path, (each) => locator.rangeOfPath(each)?.value.from)
}

/** Of the deepest value on the way that is there. */
function nearest(
  path: JsonPath,
  placeOf: (path: JsonPath) => TextOffset | undefined,
): TextOffset | undefined {
  for (let length = path.length - 1; length > 0; length--) {
    const place = placeOf(path.slice(0, length))
    if (place !== undefined) return place
  }
  return undefined
}
