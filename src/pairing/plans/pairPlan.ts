// What of a line counts for pairing: a plan of the scanner whose shapes have all that the provider's
// readers can depend on, but for what is captured: the key, counts of tokens, and the words of an
// answer, of which matters whether they are blank.
import type { JsonPath } from '../../json/jsonPath.ts'
import type {
  ArrayNode,
  BytesNode,
  KindNode,
  NumberNode,
  ObjectNode,
  PlanNode,
  SkipNode,
  TextNode,
  TypesNode,
} from '../../scanner/scanPlan.ts'

export const PAIR_KEY_CAPTURE = 0
/** Counts of tokens have the captures from 1 to this, exclusive. */
export const WORDS_CAPTURE = 7

export interface PairPlan {
  readonly root: PlanNode
  /**
   * Captures of counts. Counts of tokens are sums of these; which ones can hang on whether the first
   * of them equals the sum of the others, where it is there.
   */
  readonly tie?: { readonly whole: number; readonly parts: readonly number[] }
}

/** Only whether it is there counts. */
export const PRESENT: SkipNode = { kind: 'skip' }
export const TYPE: KindNode = { kind: 'kind' }
export const EXACT: BytesNode = { kind: 'bytes' }
/** A key of which nothing else counts: texts are recognised quicker than what may be anything. */
const KEY: TextNode = { kind: 'text', bounds: [] }
/** Whether it is empty. */
export const FILLED: TextNode = { kind: 'text', bounds: [1] }

/** Members that are not named do not count. */
export function members(keys: Readonly<Record<string, PlanNode>>): ObjectNode {
  return { kind: 'object', keys: new Map(Object.entries(keys)), unknown: 'ignore' }
}

/** All elements in their order. */
export function sequence(element: PlanNode): ArrayNode {
  return { kind: 'array', element, ordered: true, bounds: [] }
}

/** Which elements occur, in any order. */
export function setOf(element: PlanNode): ArrayNode {
  return { kind: 'array', element, bounds: [] }
}

/** A whole number from 0 on; other values by their kind. */
export function count(capture: number): NumberNode {
  return { kind: 'number', integer: true, bounds: [0, 2 ** 53], capture }
}

/** The plan with the key captured at `path`; undefined where it cannot be. */
export function withKey(plan: PairPlan, path: JsonPath): PairPlan | undefined {
  const root = captured(plan.root, path)
  return root && { ...plan, root }
}

function captured(node: PlanNode, path: JsonPath): PlanNode | undefined {
  const [step, ...rest] = path
  if (node.kind === 'lazy') return undefined
  if (step === undefined) {
    return node.capture === undefined ? { ...node, capture: PAIR_KEY_CAPTURE } : undefined
  }
  if (typeof step === 'number') return undefined
  switch (node.kind) {
    case 'object':
      return withMember(node, step, rest)
    case 'types': {
      const object = node.object ?? { kind: 'object', keys: new Map(), unknown: 'ignore' }
      if (object.kind !== 'object') return undefined
      const inner = withMember(object, step, rest)
      return inner && ({ ...node, object: inner } satisfies TypesNode)
    }
    case 'skip':
    case 'kind':
    case 'text':
      // Finer than it was, which is never wrong; but a text that counts for itself has to stay one.
      return node === KEY || node.kind !== 'text' ? captured(members({}), path) : undefined
    case 'bytes':
    case 'number':
    case 'array':
    case 'schema':
      return undefined
  }
}

function withMember(node: ObjectNode, step: string, rest: JsonPath): ObjectNode | undefined {
  const member = captured(node.keys.get(step) ?? KEY, rest)
  return member && { ...node, keys: new Map(node.keys).set(step, member) }
}
