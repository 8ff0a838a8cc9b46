// Columns as members of an object: nested as they are in the lines, or each with its whole path as its key.
import { isEach } from '../../../fields/fieldPath.ts'
import { formatFieldPath } from '../../../fields/fieldPathText.ts'
import type { ExportColumn } from './exportColumn.ts'

/** A member: a column's value, or an object of others. */
export interface ObjectMember {
  /** As it is written, with its quotes and the colon. */
  readonly key: string
  /** -1 for an object. */
  readonly column: number
  readonly members: readonly ObjectMember[]
}

interface Draft {
  column: number
  readonly members: Map<string, Draft>
}

/** `keys`: of each column, from the outermost on. A column in one that is a column itself is part of that. */
export function objectMembers(keys: readonly (readonly string[])[]): readonly ObjectMember[] {
  const root: Draft = { column: -1, members: new Map() }
  for (const [column, path] of keys.entries()) {
    let draft = root
    for (const key of path) {
      // It is written whole.
      if (draft !== root && draft.column >= 0) break
      let member = draft.members.get(key)
      if (!member) {
        member = { column: -1, members: new Map() }
        draft.members.set(key, member)
      }
      draft = member
    }
    if (draft.column < 0) draft.column = column
  }
  return membersOf(root)
}

function membersOf({ members }: Draft): readonly ObjectMember[] {
  return [...members].map(([key, draft]) => ({
    key: `${JSON.stringify(key)}:`,
    column: draft.column,
    members: draft.column < 0 ? membersOf(draft) : [],
  }))
}

/**
 * The keys of a column's value: those on the way to it while they are keys, and from the first array on the rest of
 * the path as one: `["body", "messages[-1].content"]`. None for what is no field.
 */
export function nestedKeys({ name, sources, isWholeLine }: ExportColumn, title: string): string[] {
  const source = sources[0]
  if (!source || isWholeLine || name !== undefined) return [title]
  const { path, isLength } = source
  const isStopped = path.findIndex((step) => isEach(step) || typeof step === 'number')
  // The array itself belongs to the rest.
  const plain = isStopped < 0 ? path.length - 1 : isStopped - 1
  const outer = path.slice(0, Math.max(0, plain)).map(String)
  const rest = path.slice(outer.length)
  const only = rest.length === 1 && typeof rest[0] === 'string' ? rest[0] : formatFieldPath(rest)
  if (path.length === 0) return isLength ? [title] : []
  return [...outer, isLength ? `length(${only})` : only]
}
