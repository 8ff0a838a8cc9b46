// What lines of the Gemini API and of Vertex AI have in common.
import { isObject } from '../../json/jsonPath.ts'
import type { FormatDefinition, KeyRule } from '../../formats/defineFormat.ts'
import { z } from '../../formats/zod.ts'
import { msg, verbatim } from '../../i18n/message.ts'

const anyObject = z.looseObject({})

/** Of generateContent, or of embedContent, which has one `content`. */
export const geminiRequest = z.looseObject({
  contents: z.array(anyObject).optional(),
  content: anyObject.optional(),
})

export const geminiKey: KeyRule = {
  path: ['key'],
  code: 'duplicate-gemini-key',
  title: msg('Duplicate request key'),
  firstCode: 'gemini-key-repeated',
  firstTitle: msg('Key is repeated below'),
}

export const geminiColumns: FormatDefinition['columns'] = [
  { id: 'key', title: verbatim('key'), paths: [['key'], ['custom_id']], width: 180 },
  {
    id: 'preview',
    title: msg('Preview'),
    paths: [
      ['request', 'contents', -1, 'parts', -1, 'text'],
      ['request', 'content', 'parts', -1, 'text'],
      ['request', 'contents'],
      ['request'],
      ['body'],
    ],
  },
]

/** The body of a request to a model of Google's. */
export function isContents(value: unknown): boolean {
  return isObject(value) && (Array.isArray(value['contents']) || isObject(value['content']))
}
