// For tests: draws bodies from the published description.
import type { Random } from '../../../../session/testing/variedLines.ts'
import { isObject } from '../../../../json/jsonPath.ts'
import { asSchema, type JsonSchema, type PublishedApi } from './publishedSchema.ts'

/** Schemas within each other below which only what is required is drawn. */
const MAX_DEPTH = 9

const WORDS = ['river', 'a b', '東京', 'x-1', 'The quick brown fox.', '😀', 'line\nbreak', '42']
const NAMES = ['get_weather', 'find', 'page-1', 'a', 'Lookup2']

/** Names that the API holds to letters and digits, whatever the description says. */
const NAME_KEYS: ReadonlySet<string> = new Set(['name', 'server_label', 'namespace'])

export class BodyDrawer {
  readonly #api: PublishedApi
  readonly #random: Random

  constructor(api: PublishedApi, random: Random) {
    this.#api = api
    this.#random = random
  }

  draw(schema: JsonSchema, depth = 0, key = ''): unknown {
    const own = this.#api.resolve(schema)
    const options = own['anyOf']
    if (Array.isArray(own['allOf'])) {
      const parts = own['allOf'].map((part) => this.draw(asSchema(part), depth, key))
      return Object.assign({}, ...parts) as unknown
    }
    // Beside properties it says which of them belong together.
    if (Array.isArray(options) && !isObject(own['properties'])) {
      return this.draw(asSchema(this.#some(this.#shallow(options, depth))), depth + 1, key)
    }
    if (Array.isArray(own['enum'])) return this.#some(own['enum'])
    if ('const' in own) return own['const']
    switch (own['type']) {
      case 'string':
        return this.#string(own, key)
      case 'integer':
        return Math.round(this.#number(own))
      case 'number':
        return this.#number(own)
      case 'boolean':
        return this.#random() < 0.5
      case 'array':
        return this.#array(own, depth, key)
      case 'null':
        return null
      default:
        return isObject(own['properties']) || own['type'] === 'object'
          ? this.#object(own, depth)
          : this.#free()
    }
  }

  #some<T>(list: readonly T[]): T {
    return list[Math.floor(this.#random() * list.length)] as T
  }

  /** Deep down, options that hold nothing further. */
  #shallow(options: readonly unknown[], depth: number): readonly unknown[] {
    if (depth < MAX_DEPTH) return options
    const plain = options.filter((option) => {
      const { type } = this.#api.resolve(asSchema(option))
      return type === 'string' || type === 'null' || type === 'boolean'
    })
    return plain.length > 0 ? plain : options
  }

  #object(own: JsonSchema, depth: number): unknown {
    const properties = isObject(own['properties']) ? own['properties'] : {}
    const required = Array.isArray(own['required']) ? own['required'] : []
    const share = depth >= MAX_DEPTH ? 0 : depth === 0 ? 0.25 : 0.4
    const drawn: Record<string, unknown> = {}
    for (const [key, child] of Object.entries(properties)) {
      if (!required.includes(key) && this.#random() >= share) continue
      drawn[key] = this.draw(asSchema(child), depth + 1, key)
    }
    for (const key of required as readonly string[]) if (!(key in drawn)) drawn[key] = this.#free()
    const rest = own['additionalProperties']
    if (isObject(rest)) {
      for (let i = Math.floor(this.#random() * 3); i > 0; i--) {
        drawn[String(Math.floor(this.#random() * 1e5))] = this.draw(rest, depth + 1)
      }
    } else if (Object.keys(properties).length === 0 && this.#random() < 0.5) {
      drawn[this.#some(NAMES)] = this.#free()
    }
    return drawn
  }

  #array(own: JsonSchema, depth: number, key: string): unknown {
    const min = Number(own['minItems'] ?? 0)
    const max = Math.min(Number(own['maxItems'] ?? Infinity), min + 3)
    const count = depth >= MAX_DEPTH ? min : min + Math.floor(this.#random() * (max - min + 1))
    const items = asSchema(own['items'] ?? {})
    return Array.from({ length: count }, () => this.draw(items, depth + 1, key))
  }

  #string(own: JsonSchema, key: string): string {
    const { pattern } = own
    if (typeof pattern === 'string' && pattern.startsWith('^tunnel_')) {
      return `tunnel_${'a1'.repeat(16)}`
    }
    if (typeof pattern === 'string' || NAME_KEYS.has(key)) return this.#some(NAMES)
    if (own['format'] === 'uri') return `https://example.com/${Math.floor(this.#random() * 1e6)}`
    const min = Number(own['minLength'] ?? 0)
    const max = Number(own['maxLength'] ?? Infinity)
    const chosen = this.#random() < 0.1 ? '' : this.#some(WORDS)
    if (chosen.length < min) return 'x'.repeat(min)
    if (this.#random() < 0.05 && max <= 600) return 'x'.repeat(max)
    return chosen
  }

  #number(own: JsonSchema): number {
    const from = Number(own['minimum'] ?? -1000)
    const to = Number(own['maximum'] ?? Math.max(from, 0) + 5000)
    const chance = this.#random()
    if (chance < 0.1) return from
    if (chance < 0.2) return to
    return from + this.#random() * (to - from)
  }

  /** Any JSON. */
  #free(): unknown {
    return this.#some<unknown>([1, 'x', true, null, [1], { type: 'object', properties: {} }])
  }
}
