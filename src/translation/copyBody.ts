// Within a family a body is copied member by member, as it stands.
import type { WriteContext } from './defineShape.ts'
import type { Raw } from './jsonNode.ts'
import { type Member, object } from './writeJson.ts'

/** No list of them, or an empty one, which no API takes. */
export function hasNoMessages({ source }: WriteContext): boolean {
  return (source.body.get('messages')?.items ?? []).length === 0
}

/**
 * `changes`: by key the value to stand there instead; undefined leaves the member out. What the source
 * does not have goes first.
 */
export function copyBody(
  { source, notes }: WriteContext,
  changes: ReadonlyMap<string, Raw | undefined>,
): Raw {
  const members: Member[] = []
  const seen = new Set<string>()
  for (const { step, raw } of source.body.children) {
    const key = String(step)
    if (key === 'stream' || key === 'stream_options') continue
    if (!changes.has(key)) members.push([key, raw])
    else if (!seen.has(key)) members.push([key, changes.get(key)])
    seen.add(key)
  }
  const stream = source.body.get('stream')
  if (stream?.isTrue) notes.add('stream-dropped', {}, stream)
  const added = [...changes].filter(([key]) => !seen.has(key))
  return object([...added, ...members])
}
