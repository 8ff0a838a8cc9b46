// xAI.
import type { Provider } from '../../formats/defineFormat.ts'
import { defineDialect } from '../common/defineDialect.ts'

export const XAI: Provider = { id: 'xai', name: 'xAI' }

export const dialect = defineDialect({
  id: 'xai',
  isModel: (model) => /^grok-/i.test(model) && !model.includes('/'),
})
