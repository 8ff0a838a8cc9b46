// Conversations as targets have them that take system messages apart and one message for each change of
// the speaker.
import type { JsonNode } from './jsonNode.ts'
import type { Part, TextPart, Turn } from './neutral.ts'
import type { Notes } from './notes.ts'

export interface ApartTurns {
  readonly system: readonly TextPart[]
  /** One text without parts, where `system` is. */
  readonly isPlain: boolean
  readonly turns: readonly SpokenTurn[]
}

export interface SpokenTurn {
  readonly role: 'user' | 'assistant'
  readonly parts: readonly Part[]
  readonly isPlain: boolean
  readonly at: JsonNode
}

/** System messages at the beginning apart; later ones and results of tools as the user's, joined in a row. */
export function turnsApart(all: readonly Turn[], notes: Notes): ApartTurns {
  const first = all.findIndex(({ role }) => !isSystem(role))
  const leading = first < 0 ? [] : all.slice(0, first)
  const rest = first < 0 ? all : all.slice(first)
  if (first < 0 && all[0]) notes.add('system-alone', {}, all[0].at)
  if (leading.length > 1 && leading[1]) {
    notes.add('system-merged', { count: leading.length }, leading[1].at)
  }
  for (const turn of rest) {
    if (first >= 0 && isSystem(turn.role)) notes.add('system-in-middle', {}, turn.at)
  }
  const system = leading.flatMap(({ parts }) => parts).filter((part) => part.kind === 'text')
  return {
    system,
    isPlain: leading.length === 1 && (leading[0]?.isPlain ?? false),
    turns: joined(rest, notes),
  }
}

function isSystem(role: Turn['role']): boolean {
  return role === 'system' || role === 'developer'
}

function joined(turns: readonly Turn[], notes: Notes): readonly SpokenTurn[] {
  const spoken: { role: SpokenTurn['role']; parts: Part[]; isPlain: boolean; at: JsonNode }[] = []
  for (const { role: said, parts, isPlain, at } of turns) {
    const role = said === 'assistant' ? said : 'user'
    const last = spoken.at(-1)
    if (last?.role !== role) {
      spoken.push({ role, parts: [...parts], isPlain, at })
      continue
    }
    // Results of calls have messages of their own at OpenAI alone: that they are joined is their usual form.
    if (!parts.some(isOfTool) && !last.parts.every(isOfTool)) {
      notes.add('turns-merged', {}, at)
    }
    for (const part of parts) last.parts.push(part)
    last.isPlain = false
  }
  return spoken
}

function isOfTool({ kind }: Part): boolean {
  return kind === 'result' || kind === 'call'
}

/** Notes a conversation that ends with the assistant. */
export function noteEnding(
  turns: readonly { readonly role: string; readonly at: JsonNode }[],
  notes: Notes,
): void {
  const last = turns.at(-1)
  if (last?.role === 'assistant') notes.add('ends-with-assistant', {}, last.at)
}

/** Notes a conversation that starts with the assistant. */
export function noteBeginning(turns: readonly SpokenTurn[], notes: Notes): void {
  const [first] = turns
  if (first?.role === 'assistant') notes.add('starts-with-assistant', {}, first.at)
}

/** Notes names of participants, which a target does not have. */
export function noteNames(turns: readonly Turn[], notes: Notes): void {
  for (const { name } of turns) if (name) notes.field('name-dropped', name)
}

/** Names of calls by their ids, both as JSON strings: some want the name with the result. */
export function namesByCall(turns: readonly Turn[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  for (const { parts } of turns) {
    for (const part of parts) if (part.kind === 'call') names.set(part.id, part.name)
  }
  return names
}
