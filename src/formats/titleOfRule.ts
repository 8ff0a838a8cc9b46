// What a code is called that no line of a document has: codes are switched off for every file.
import type { Message } from '../i18n/message.ts'
import type { FormatDefinition } from './defineFormat.ts'

/** The title of the rule that has the code; undefined for what the schema finds, which is called by its values. */
export function titleOfRule(format: FormatDefinition, code: string): Message | undefined {
  const rules = [
    ...(format.lineRules ?? []),
    ...(format.presenceRules ?? []),
    ...(format.uniform ?? []),
    ...(format.limits ?? []),
    ...(format.least ? [format.least] : []),
  ]
  const rule = rules.find((each) => each.code === code)
  if (rule) return rule.title
  const repeats = [format.key, format.wholeLines].filter((each) => each !== undefined)
  const repeat = repeats.find((each) => each.code === code)
  if (repeat) return repeat.title
  return repeats.find((each) => each.firstCode === code)?.firstTitle
}
