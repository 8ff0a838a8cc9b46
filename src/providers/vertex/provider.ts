// Vertex AI.
import type { Provider } from '../../formats/defineFormat.ts'
import { verbatim } from '../../i18n/message.ts'
import { isContents } from '../gemini/geminiParts.ts'
import { defineDialect } from '../common/defineDialect.ts'

export const VERTEX: Provider = { id: 'vertex', name: verbatim('Vertex AI') }

export const dialect = defineDialect({
  id: 'vertex',
  isRequest: (line) =>
    !Object.hasOwn(line, 'key') &&
    !Object.hasOwn(line, 'custom_id') &&
    !isContents(line['body']) &&
    isContents(line['request']),
})
