// The shapes whose tag is known. Open addressing; at most half full.

import { MAX_SHAPES, SHAPES, SHAPE_COUNT, SHAPE_KEYS, SHAPE_OUTCOMES, SHAPE_SLOTS } from './memory'
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

/** What is known now for line `i` of the batch. */
export function lookup(i: u32): u32 {
  const shape = load<u64>(SHAPES + (<usize>i << 3))
  return shape ? tagOf(shape) : UNKNOWN
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
  store<u32>(SHAPE_COUNT, 0)
  memory.fill(SHAPE_KEYS, 0, <usize>SHAPE_SLOTS * 8)
}
