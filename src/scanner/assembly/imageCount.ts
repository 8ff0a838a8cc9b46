// How many images a line has: of texts that are counted, which are beyond as many as an example to learn from may
// have. What is counted holds within a line.

import { touch } from './members'

/** Equal to MAX_EXAMPLE_IMAGES of base/imageData.ts. */
const MAX_EXAMPLE_IMAGES: u32 = 10

let count: u32 = 0
/** Where the text that was counted last begins. */
let counted: usize = 0

export function resetImageCount(): void {
  count = 0
  counted = 0
}

/** Texts come in their order; the same one may come again. */
export function isBeyondImages(from: usize): bool {
  touch(from)
  if (from > counted) {
    count++
    counted = from
  }
  return count > MAX_EXAMPLE_IMAGES
}
