// When OpenAI's models end, as it announced: for a model that its list does not date, or does not have any more.
// Other servers have other plans, though their models have the same names.
import table from './movingValues.json' with { type: 'json' }

interface End {
  readonly day: string
  /** When the announcement was read. */
  readonly readOn: string
}

/** By OpenAI's own words: its SDK, or its page of deprecations. */
const endByModel: ReadonlyMap<string, End> = new Map([
  ...Object.entries(table.modelEnds).flatMap(([day, models]) =>
    models.map((model) => [model, { day, readOn: table.date }] as const),
  ),
  ...table.kept.modelEnds.flatMap(({ date, day, models }) =>
    models.map((model) => [model, { day, readOn: date }] as const),
  ),
])

/**
 * The first day without the model, YYYY-MM-DD. Undefined where no end was announced, as of any model that is not
 * known here.
 */
export function endOfModel(model: string): string | undefined {
  return endByModel.get(model)?.day
}

/** The day on which it was read when the model ends, YYYY-MM-DD; undefined where no end was announced. */
export function endWasReadOn(model: string): string | undefined {
  return endByModel.get(model)?.readOn
}

/** Seconds since 1970, the beginning of that day in UTC; undefined where none was announced. */
export function announcedEnd(model: string): number | undefined {
  const day = endOfModel(model)
  return day === undefined ? undefined : Date.parse(day) / 1000
}

/** The days on which models end, YYYY-MM-DD. */
export const MODEL_END_DAYS: readonly string[] = [
  ...new Set(Array.from(endByModel.values(), ({ day }) => day)),
].sort()
