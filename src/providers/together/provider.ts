// Together.
import type { Provider } from '../../formats/defineFormat.ts'
import { verbatim } from '../../i18n/message.ts'
import { defineDialect } from '../common/defineDialect.ts'

export const TOGETHER: Provider = { id: 'together', name: verbatim('Together') }

export const dialect = defineDialect({
  id: 'together',
  isModelOfJob: (model) => model.includes('/') && !model.startsWith('accounts/'),
})
