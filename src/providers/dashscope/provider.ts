// Alibaba DashScope.
import type { Provider } from '../../formats/defineFormat.ts'
import { verbatim } from '../../i18n/message.ts'
import { defineDialect } from '../common/defineDialect.ts'

export const DASHSCOPE: Provider = { id: 'dashscope', name: verbatim('Alibaba DashScope') }

export const dialect = defineDialect({
  id: 'dashscope',
  isModel: (model) => /^(?:qwen|qwq|qvq)/i.test(model) && !model.includes('/'),
  isBody: ({ enable_thinking: thinking, model }) =>
    thinking !== undefined && !(typeof model === 'string' && model.includes('/')),
})
