// Zhipu GLM.
import type { Provider } from '../../formats/defineFormat.ts'
import { verbatim } from '../../i18n/message.ts'
import { defineDialect } from '../common/defineDialect.ts'

export const ZHIPU: Provider = { id: 'zhipu', name: verbatim('Zhipu GLM') }

export const dialect = defineDialect({
  id: 'zhipu',
  isUrl: (url) => /^\/?v4\//.test(url) && !/\/(?:score|rerank|pooling|classify)$/.test(url),
  isModel: (model) => /^glm-/i.test(model) && !model.includes('/'),
})
