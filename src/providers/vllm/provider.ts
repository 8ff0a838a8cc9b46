// vLLM.
import type { Provider } from '../../formats/defineFormat.ts'
import { verbatim } from '../../i18n/message.ts'
import { defineDialect } from '../common/defineDialect.ts'

export const VLLM: Provider = { id: 'vllm', name: verbatim('vLLM') }

export const dialect = defineDialect({
  id: 'vllm',
  isUrl: (url) => /\/(?:score|rerank|pooling|classify)$/.test(url) && !/\.azure\.com\//i.test(url),
  // Ids with a slash are those of Hugging Face; gpt-oss is OpenAI's, and served by others alone.
  isModel: (model) => model.includes('/') && !/^openai\/(?!gpt-oss)/.test(model),
})
