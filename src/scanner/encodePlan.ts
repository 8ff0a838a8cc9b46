// From the plan as a tree or graph to the table that the WebAssembly module walks.
import { assert, present } from '../base/assert.ts'
import { type Node, planPartsOf, resolve, unknownNode } from './planParts.ts'
import type { PlanComponents } from './planComponents.ts'
import { PlanTable } from './planTable.ts'
import {
  MAX_CAPTURES,
  MAX_PLAN_BYTES,
  type PlainText,
  type PlanNode,
  type ScanPlan,
} from './scanPlan.ts'

/**
 * The plan as a table; undefined when it is larger than MAX_PLAN_BYTES. Captured strings that
 * `plainText` fits have a kind of their own. `wholeLine`: the number of a capture that is the line
 * itself, of lines that are objects. `components`: how lines come apart, by objects of the plan.
 */
export function encodePlan(
  root: PlanNode,
  plainText?: PlainText,
  wholeLine?: number,
  components?: PlanComponents,
): ScanPlan | undefined {
  const nodes = collectNodes(resolve(root))
  const masks = captureMasks(nodes)
  const table = new PlanTable(nodes, components)
  nodes.forEach((node, i) => table.writeNode(i, node, present(masks.get(node), 'mask')))
  const lineMask = wholeLine === undefined ? 0 : 1 << wholeLine
  const mask = present(masks.get(present(nodes[0], 'root')), 'mask')
  assert((mask & lineMask) === 0, 'a capture is one thing')
  const captureCount = 32 - Math.clz32(mask | lineMask)
  table.writeHeader(captureCount, plainText, wholeLine)
  if (components) table.writeComponents(components)
  const bytes = table.finish()
  return bytes.length > MAX_PLAN_BYTES ? undefined : { bytes, captureCount }
}

function childrenOf(node: Node): Node[] {
  const { object, array } = planPartsOf(node)
  const children: PlanNode[] = []
  if (object) children.push(...object.keys.values(), unknownNode(object))
  if (array) children.push(array.element)
  return children.map(resolve)
}

/** All nodes that can be reached, the root first. */
function collectNodes(root: Node): Node[] {
  const nodes = new Set([root])
  for (const node of nodes) for (const child of childrenOf(node)) nodes.add(child)
  return [...nodes]
}

/** Per node the captures in it, itself included, one bit each. */
function captureMasks(nodes: readonly Node[]): Map<Node, number> {
  const masks = new Map(nodes.map((node) => [node, ownMask(node)]))
  for (let changed = true; changed; ) {
    changed = false
    for (const node of nodes) {
      const before = masks.get(node) ?? 0
      const after = childrenOf(node).reduce((mask, child) => mask | (masks.get(child) ?? 0), before)
      if (after !== before) {
        masks.set(node, after)
        changed = true
      }
    }
  }
  return masks
}

function ownMask({ capture }: Node): number {
  if (capture === undefined) return 0
  assert(capture >= 0 && capture < MAX_CAPTURES, 'captures are numbered from 0 to 7')
  return 1 << capture
}
