// What a suffix makes of ids: longer ones than the provider takes, and those of other requests.
import { type Message, msg } from '../../../i18n/message.ts'
import type { PlannedRows } from '../planNotes.ts'

export function suffixNotes(plan: PlannedRows, suffix: string): readonly Message[] {
  return [...tooLongNotes(plan, suffix), ...takenNote(plan, suffix)]
}

/** A note for each length that some provider of the requests allows. */
function tooLongNotes(plan: PlannedRows, suffix: string): readonly Message[] {
  const counts = new Map<number, number>()
  for (const row of plan.rows()) {
    const longest = row.requestProvider?.requestFileLimits.keyLength
    // No text has more code units than bytes.
    if (longest === undefined || row.keyByteLength + suffix.length <= longest) continue
    if (row.key.kind !== 'text' || row.key.text.length + suffix.length <= longest) continue
    counts.set(longest, (counts.get(longest) ?? 0) + 1)
  }
  return [...counts].map(([longest, count]) =>
    msg(
      '{count, plural, one {# id becomes} other {# ids become}} longer than the {longest, number} characters that are allowed.',
      { count, longest },
    ),
  )
}

/** Ids that, with the suffix, are the id of some request already. */
function takenNote(plan: PlannedRows, suffix: string): readonly Message[] {
  // Few ids, as a rule none, end like that.
  const beginnings = new Set<string>()
  for (const key of plan.requestKeysEnding(suffix)) beginnings.add(key.slice(0, -suffix.length))
  if (beginnings.size === 0) return []
  let count = 0
  for (const { key } of plan.rows()) {
    if (key.kind === 'text' && beginnings.has(key.text)) count++
  }
  if (count === 0) return []
  return [
    msg(
      '{count, plural, one {# id becomes that of another request; choose another suffix.} other {# ids become those of other requests; choose another suffix.}}',
      { count },
    ),
  ]
}
