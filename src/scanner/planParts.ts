// The nodes of a plan by what they say of each type of value, as bits and parts that the table holds.
import { assert } from '../base/assert.ts'
import type {
  ArrayNode,
  BytesNode,
  LazyNode,
  NumberNode,
  ObjectNode,
  PlanNode,
  SchemaNode,
  SkipNode,
  TextNode,
  TypesNode,
} from './scanPlan.ts'

export type Node = Exclude<PlanNode, LazyNode>

/** Bits of assembly/plan.ts. */
export const RULE = {
  skip: 1,
  stringText: 2,
  stringBytes: 4,
  numberClass: 8,
  numberBytes: 16,
  numberInteger: 32,
  objectKeys: 64,
  objectBytes: 128,
  arrayFold: 256,
  arrayOrdered: 512,
  arrayBytes: 1024,
  unknownNames: 2048,
  arrayEnds: 4096,
  stringValues: 8192,
  unknownPresent: 16384,
  unknownValues: 32768,
  stringOthers: 65536,
  objectSchema: 131072,
  linked: 262144,
} as const

/** A node by what it says of each type. */
export interface PlanParts {
  readonly text?: TextNode
  /** Of strings that count by their bytes. */
  readonly values?: readonly string[]
  readonly number?: NumberNode
  readonly object?: ObjectNode
  readonly array?: ArrayNode
  readonly schema?: SchemaNode
  readonly rules: number
}

export function resolve(node: PlanNode): Node {
  let found = node
  while (found.kind === 'lazy') found = found.node()
  return found
}

const IGNORED: SkipNode = { kind: 'skip' }

export function unknownNode({ unknown }: ObjectNode): PlanNode {
  return typeof unknown === 'string' ? IGNORED : unknown
}

function objectRules({ unknown, anyNames }: ObjectNode): number {
  if (unknown === 'ignore') return RULE.objectKeys
  if (unknown === 'present') return RULE.objectKeys | RULE.unknownPresent
  return RULE.objectKeys | (anyNames ? RULE.unknownValues : RULE.unknownNames)
}

export function planPartsOf(node: Node): PlanParts {
  const parts = partsOf(node)
  return node.link ? { ...parts, rules: parts.rules | RULE.linked } : parts
}

function partsOf(node: Node): PlanParts {
  switch (node.kind) {
    case 'skip':
      return { rules: RULE.skip }
    case 'kind':
      return { rules: 0 }
    case 'bytes':
      return {
        ...stringParts(node),
        rules: stringParts(node).rules | RULE.numberBytes | RULE.objectBytes | RULE.arrayBytes,
      }
    case 'text':
      return { text: node, rules: RULE.stringText }
    case 'number':
      return { number: node, rules: RULE.numberClass | (node.integer ? RULE.numberInteger : 0) }
    case 'object':
      return { object: node, rules: objectRules(node) }
    case 'array':
      return { array: node, rules: arrayRules(node) }
    case 'schema':
      return { schema: node, rules: RULE.objectSchema }
    case 'types':
      return typesParts(node)
  }
}

function stringParts({ values, tellsOthers }: BytesNode): PlanParts {
  if (!values) return { rules: RULE.stringBytes }
  const others = tellsOthers ? RULE.stringOthers : 0
  return { values, rules: RULE.stringBytes | RULE.stringValues | others }
}

function arrayRules({ ordered, ends }: ArrayNode): number {
  if (ordered) return RULE.arrayOrdered
  return RULE.arrayFold | (ends ? RULE.arrayEnds : 0)
}

const TYPE_RULES = {
  number: RULE.numberBytes,
  object: RULE.objectBytes,
  array: RULE.arrayBytes,
}

function typesParts(node: TypesNode): PlanParts {
  let all: PlanParts = { rules: 0 }
  for (const type of ['string', 'number', 'object', 'array'] as const) {
    const part = node[type]
    if (!part) continue
    assert(part.capture === undefined, 'a capture belongs to the node that holds the types')
    assert(part.link === undefined, 'a link belongs to the node that holds the types')
    const parts =
      part.kind !== 'bytes'
        ? planPartsOf(part)
        : type === 'string'
          ? stringParts(part)
          : { rules: TYPE_RULES[type] }
    all = { ...all, ...parts, rules: all.rules | parts.rules }
  }
  return all
}
