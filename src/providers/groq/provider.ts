// Groq.
import type { Provider } from '../../formats/defineFormat.ts'
import { verbatim } from '../../i18n/message.ts'
import { defineDialect } from '../common/defineDialect.ts'

export const GROQ: Provider = { id: 'groq', name: verbatim('Groq') }

export const dialect = defineDialect({
  id: 'groq',
  isUrl: (url) => /^\/?openai\/v1\//.test(url) || /^\/?v1\/audio\//.test(url),
})
