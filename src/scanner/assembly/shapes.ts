// The shapes whose tag is known: those of whole lines that were learned, and beside them derived ones, of
// lines by their components. Open addressing; the slots are never more than two thirds full.

import { derivedShape, forgetComponents, learnComponents } from './components'
import {
  DERIVED_COUNT, MAX_DERIVED, MAX_SHAPES, SHAPES, SHAPE_COUNT, SHAPE_KEYS, SHAPE_OUTCOMES, SHAPE_SLOTS,
} from './memory'
import { forgetSchemas } from './schemaMemo'
import { forgetTemplates } from './template'

/** No tag is known for the line. */
export const UNKNOWN: u32 = 0xffff

/** The slot of `shape`, or the free one where it belongs. */
// @ts-ignore: decorator
@inline
function slotOf(shape: u64): usize {
  let slot = <usize>shape & <usize>(SHAPE_SLOTS - 1)
  while (true) {
    const found = load<u64>(SHAPE_KEYS + (slot << 3))
    if (found == shape || !found) return slot
    slot = (slot + 1) & <usize>(SHAPE_SLOTS - 1)
  }
}

export function tagOf(shape: u64): u32 {
  const slot = slotOf(shape)
  return load<u64>(SHAPE_KEYS + (slot << 3)) ? <u32>load<u16>(SHAPE_OUTCOMES + (slot << 1)) : UNKNOWN
}

/**
 * The tag of the line that was walked last, whose shape is new, by its components. When it is known, the
 * next line of this shape needs no look at them.
 */
export function tagOfComponents(shape: u64): u32 {
  const derived = derivedShape()
  if (!derived) return UNKNOWN
  const tag = tagOf(derived)
  if (tag != UNKNOWN) keepDerived(shape, tag)
  return tag
}

/** The line that was walked last has this tag, and something was found in the components of DIRTY. */
export function learnWalked(tag: u32): void {
  const derived = learnComponents()
  if (derived) keepDerived(derived, tag)
}

function keepDerived(shape: u64, tag: u32): void {
  const slot = slotOf(shape)
  if (load<u64>(SHAPE_KEYS + (slot << 3))) return
  const count = load<u32>(DERIVED_COUNT)
  if (count == MAX_DERIVED) return
  store<u32>(DERIVED_COUNT, count + 1)
  store<u64>(SHAPE_KEYS + (slot << 3), shape)
  store<u16>(SHAPE_OUTCOMES + (slot << 1), <u16>tag)
}

/** Remembers the tag for the shape of line `i` of the batch; a full table takes no new shape. */
export function learn(i: u32, tag: u32): void {
  const shape = load<u64>(SHAPES + (<usize>i << 3))
  if (!shape) return
  const slot = slotOf(shape)
  if (!load<u64>(SHAPE_KEYS + (slot << 3))) {
    const count = load<u32>(SHAPE_COUNT)
    if (count == MAX_SHAPES) return
    store<u32>(SHAPE_COUNT, count + 1)
    store<u64>(SHAPE_KEYS + (slot << 3), shape)
  }
  store<u16>(SHAPE_OUTCOMES + (slot << 1), <u16>tag)
}

export function forgetShapes(): void {
  forgetTemplates()
  forgetSchemas()
  forgetComponents()
  store<u32>(SHAPE_COUNT, 0)
  store<u32>(DERIVED_COUNT, 0)
  memory.fill(SHAPE_KEYS, 0, <usize>SHAPE_SLOTS * 8)
}
