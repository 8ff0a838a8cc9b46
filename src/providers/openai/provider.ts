// OpenAI.
import type { Provider } from '../../formats/defineFormat.ts'
import { msg, verbatim } from '../../i18n/message.ts'
import { defineDialect } from '../common/defineDialect.ts'

export const OPENAI: Provider = { id: 'openai', name: verbatim('OpenAI') }

/** Azure, Mistral, Groq, Together, vLLM and others answer, and are taught, as OpenAI does. */
export const OPENAI_LIKE: Provider = { id: 'openai', name: msg('OpenAI and others like it') }

const OPENAI_MODEL =
  /^(?:ft:)?(?:gpt-(?!oss)|o\d|chatgpt-|text-embedding-3|text-embedding-ada|omni-moderation|davinci|babbage)/

export const dialect = defineDialect({
  id: 'openai',
  isModelOfJob: (model) => OPENAI_MODEL.test(model),
})
