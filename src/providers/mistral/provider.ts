// Mistral.
import type { Provider } from '../../formats/defineFormat.ts'
import { defineDialect } from '../common/defineDialect.ts'

export const MISTRAL: Provider = { id: 'mistral', name: 'Mistral' }

export const dialect = defineDialect({
  id: 'mistral',
})
