// What moves from month to month in the bodies of OpenAI's requests: values of fields whose lists grow. One
// that is not in the table may be newer than it, so it is a warning and never an error. The table says of
// each row where OpenAI's SDK for TypeScript declares it; tooling/refreshMovingValues.mjs refreshes it.
import { z } from '../../formats/zod.ts'
import { growing } from '../../formats/growingValues.ts'
import table from './movingValues/movingValues.json' with { type: 'json' }

/** The day of the SDK, from which the values of fields are, YYYY-MM-DD. */
export const SDK_DATE = table.date

/** The day of the newest row, YYYY-MM-DD: what the SDK does not tell was looked up later. */
export const MOVING_VALUES_DATE = newestDate(table.kept, table.date)

function newestDate(rows: unknown, newest: string): string {
  if (typeof rows !== 'object' || rows === null) return newest
  return Object.entries(rows).reduce(
    (day, [key, value]: readonly [string, unknown]) =>
      key === 'date' && typeof value === 'string'
        ? ([day, value].toSorted()[1] as string)
        : newestDate(value, day),
    newest,
  )
}

/** A text of a row, or a warning. */
export function moving(row: keyof typeof table.rows): z.ZodEnum {
  return moves(z.enum(table.rows[row].values as [string]))
}

/** Of an enum or a union by a discriminator: further ones may come. */
export function moves<T extends z.core.$ZodType>(schema: T): T {
  return growing(schema, table.date)
}
