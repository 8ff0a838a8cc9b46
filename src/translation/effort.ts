// How much a model is to think: a level at some, tokens at others.
import { formatPath } from '../json/jsonPath.ts'
import type { JsonNode } from './jsonNode.ts'
import type { Effort } from './neutral.ts'
import type { Notes } from './notes.ts'

const LEVELS = ['none', 'minimal', 'low', 'medium', 'high', 'xhigh', 'max']

/** Of a level in OpenAI's words, in whatever case. */
export function effortOf(node: JsonNode | undefined, notes: Notes): Effort | undefined {
  if (node === undefined) return undefined
  const level = node.string?.toLowerCase() ?? ''
  if (LEVELS.includes(level)) return { level, at: node }
  notes.add('value-unusable', { field: formatPath(node.path) }, node)
  return undefined
}

/** Of a number of tokens to think; a level is what comes near it. */
export function effortOfBudget(node: JsonNode): Effort | undefined {
  const tokens = node.number
  if (tokens === undefined || tokens < 0) return undefined
  if (tokens === 0) return { level: 'none', budget: node.raw, at: node }
  const level = tokens <= 2048 ? 'low' : tokens <= 8192 ? 'medium' : 'high'
  return { level, budget: node.raw, at: node }
}

/** The level that the target has, next to the one that is wanted; noted where it is another. */
export function levelFor(effort: Effort, levels: readonly string[], notes: Notes): string {
  const wanted = LEVELS.indexOf(effort.level)
  const distance = (level: string): number => Math.abs(LEVELS.indexOf(level) - wanted)
  const level = levels.reduce((best, each) => (distance(each) < distance(best) ? each : best))
  if (level !== effort.level || effort.budget !== undefined) {
    notes.add('effort-changed', { value: effort.budget ?? effort.level, made: level }, effort.at)
  }
  return level
}
