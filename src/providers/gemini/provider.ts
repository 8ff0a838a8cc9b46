// Gemini API.
import type { Provider } from '../../formats/defineFormat.ts'
import { verbatim } from '../../i18n/message.ts'
import { isContents } from './geminiParts.ts'
import { defineDialect } from '../common/defineDialect.ts'

export const GEMINI: Provider = { id: 'gemini', name: verbatim('Gemini API') }

export const dialect = defineDialect({
  id: 'gemini',
  isRequest: (line) => {
    if (isContents(line['body'])) return true
    const hasKey = Object.hasOwn(line, 'key') || Object.hasOwn(line, 'custom_id')
    return hasKey && isContents(line['request'])
  },
})
