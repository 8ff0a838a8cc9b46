/**
 * Finds the place of an id, -1 when it is not among them. A table of eight bytes for each id or less;
 * a Map of a million numbers takes six times as much.
 */
export function indexIds(ids: Float64Array): (id: number) => number {
  let capacity = 4
  while (capacity < 1.5 * ids.length) capacity *= 2
  const mask = capacity - 1
  // Place + 1; 0 is an empty slot.
  const slots = new Int32Array(capacity)

  function slotOf(id: number): number {
    let slot = spread(id) & mask
    while (slots[slot] !== 0 && ids[(slots[slot] as number) - 1] !== id) slot = (slot + 1) & mask
    return slot
  }

  for (let place = 0; place < ids.length; place++) slots[slotOf(ids[place] as number)] = place + 1
  return (id) => (slots[slotOf(id)] as number) - 1
}

/** Ids count up from 0 and from 2^40: neighbours stay neighbours, which is quick. */
function spread(id: number): number {
  return id % 0x4000_0000
}
