// Groq.
import type { Provider } from '../../formats/defineFormat.ts'
import { defineDialect } from '../common/defineDialect.ts'

export const GROQ: Provider = { id: 'groq', name: 'Groq' }

export const dialect = defineDialect({
  id: 'groq',
  isUrl: (url) => /^\/?openai\/v1\//.test(url) || /^\/?v1\/audio\//.test(url),
})
