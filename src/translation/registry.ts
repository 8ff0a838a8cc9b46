// All shapes. The files in definitions/ are found by the bundler, so adding one needs no change here.
import type { ShapeDefinition } from './defineShape.ts'
import type { JsonNode } from './jsonNode.ts'

const modules = import.meta.glob<ShapeDefinition>('./definitions/*.ts', {
  eager: true,
  import: 'shape',
})

/** In the order to be shown. */
export const definitions: readonly ShapeDefinition[] = Object.values(modules).toSorted(
  (a, b) => a.order - b.order,
)

export function shapeOf(line: JsonNode): ShapeDefinition | undefined {
  return definitions.find((shape) => shape.isLine(line))
}
