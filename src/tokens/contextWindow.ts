// How much a model takes at a time, by a table that says of each row where it is from and of which day.
// Models come and go: one that is not in the table has no known limit, and nothing is said of it.
import { baseModelOf } from './encodings.ts'
import table from './contextWindows.json' with { type: 'json' }

/** In tokens. */
export interface ContextWindow {
  /** Prompt and answer together. */
  readonly context?: number | undefined
  /** The prompt alone, where that is less. */
  readonly input?: number | undefined
  /** Each text of a request by itself, where texts are independent of one another. */
  readonly text?: number | undefined
  /** All texts of a request. */
  readonly request?: number | undefined
}

const WINDOWS: ReadonlyMap<string, ContextWindow> = new Map(
  [...table.models, ...table.texts].flatMap((row) =>
    row.models.map((model): readonly [string, ContextWindow] => [model, row]),
  ),
)

/** The longest example that any model is known to learn from, in tokens. */
export const LONGEST_EXAMPLE: number = Math.max(...table.examples.map(({ example }) => example))

/** Undefined for models that the table does not know. */
export function contextWindowOf(model: string | undefined): ContextWindow | undefined {
  return model === undefined ? undefined : WINDOWS.get(baseModelOf(model))
}
