// Fireworks.
import type { Provider } from '../../formats/defineFormat.ts'
import { defineDialect } from '../common/defineDialect.ts'

export const FIREWORKS: Provider = { id: 'fireworks', name: 'Fireworks' }

export const dialect = defineDialect({
  id: 'fireworks',
  isModelOfJob: (model) => model.startsWith('accounts/'),
})
