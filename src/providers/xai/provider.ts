// xAI.
import type { Provider } from '../../formats/defineFormat.ts'
import { verbatim } from '../../i18n/message.ts'
import { defineDialect } from '../common/defineDialect.ts'

export const XAI: Provider = { id: 'xai', name: verbatim('xAI') }

export const dialect = defineDialect({
  id: 'xai',
  isModel: (model) => /^grok-/i.test(model) && !model.includes('/'),
})
