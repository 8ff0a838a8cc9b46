// Names of Gemini's API in both of their spellings.
import type { JsonNode } from '../jsonNode.ts'

function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

/** A member by its camelCase name, or by the other where only that is there. */
export function either(holder: JsonNode, name: string): JsonNode | undefined {
  return holder.get(name) ?? holder.get(snakeCase(name))
}

export function bothCases(names: readonly string[]): ReadonlySet<string> {
  return new Set(names.flatMap((name) => [name, snakeCase(name)]))
}
