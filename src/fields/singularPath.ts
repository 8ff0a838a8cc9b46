// A path that leads to one value of a line at most.
import { fail, ok, type Result } from '../base/result.ts'
import { msg } from '../i18n/message.ts'
import type { JsonPath } from '../json/jsonPath.ts'
import { isEach } from './fieldPath.ts'
import { parseFieldPath } from './fieldPathText.ts'

/** `text` as fields are written. Fails with `bad-option`. */
export function readSingularPath(text: string): Result<JsonPath> {
  const path = parseFieldPath(text)
  if (!path) return fail('bad-option', msg('“{text}” is no path.', { text }))
  const steps = path.flatMap((step) => (isEach(step) ? [] : [step]))
  if (steps.length === path.length) return ok(steps)
  return fail(
    'bad-option',
    msg(
      '“{text}” has several values in a line. Choose one of them by its place, such as [0] or [-1].',
      { text },
    ),
  )
}
