// Lengths of vectors that models of embeddings can give. A warning: it is known of the models in the table, and what
// gateways make of their names is their own.
import type { LineRule } from '../../../formats/defineFormat.ts'
import { EMBEDDINGS } from '../endpoints/urls.ts'
import { msg } from '../../../i18n/message.ts'
import table from '../movingValues/movingValues.json' with { type: 'json' }

interface Dimensions {
  /** 0: they are fixed, and may not be named. */
  readonly most: number
}

const OF_MODEL: ReadonlyMap<string, Dimensions> = new Map(
  Object.entries(table.kept.embeddingDimensions),
)

const BOUNDS = [...OF_MODEL.values()].map(({ most }) => most).filter((most) => most > 0)

export const embeddingRules: readonly LineRule[] = [
  {
    code: 'model-refuses:dimensions',
    severity: 'warning',
    title: msg('Model does not give so many dimensions'),
    reads: [
      ['url'],
      ['body', 'model'],
      { path: ['body', 'dimensions'], observes: { bounds: BOUNDS } },
    ],
    check([url, model, dimensions]) {
      if (url !== EMBEDDINGS || typeof model !== 'string' || typeof dimensions !== 'number') {
        return undefined
      }
      const most = OF_MODEL.get(model)?.most
      if (most === undefined || dimensions <= most) return undefined
      return {
        message:
          most === 0
            ? msg('{model} refuses "body.dimensions": its vectors have one length. Remove it.', {
                model,
              })
            : msg('"body.dimensions" is {dimensions}, and {model} gives {most, number} at most.', {
                dimensions: String(dimensions),
                model,
                most,
              }),
        at: 2,
        ...(most > 0 && { quotes: { dimensions: 2 } }),
      }
    },
  },
]
