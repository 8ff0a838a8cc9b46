// Whether the model that answered is the one that was asked for. Servers answer with the dated name of
// what was asked for by its short one, with a path before it, or with a suffix for how it is served.

const DATE = /[-@_](\d{4}-\d{2}-\d{2}|\d{8}|\d{6}|\d{4})(-v\d+(:\d+)?)?$/

/** Models that differ in nothing but a date, or of which one is not named. */
export function isSameModel(asked: string | undefined, answered: string | undefined): boolean {
  if (asked === undefined || answered === undefined) return true
  const a = bareName(asked)
  const b = bareName(answered)
  if (a === b) return true
  // Both dated, and the dates differ: another model was used.
  return withoutDate(a) === b || a === withoutDate(b)
}

/** 'models/gemini-2.5-pro' and 'openai/gpt-4o' name what follows the path. */
function bareName(model: string): string {
  const name = model.slice(model.lastIndexOf('/') + 1)
  return name.replace(/-latest$/, '').toLowerCase()
}

function withoutDate(model: string): string {
  return model.replace(DATE, '')
}
