// A seeded 53-bit hash of a key's text. The seed differs from document to document, so that no file
// can be made to collide; equal hashes are confirmed on the text before anything is called equal.

/** Makes a hash function; its values are integers in [1, 2^53). */
export function createTextHash(seed = Math.random()): (text: string) => number {
  const seedLow = (seed * 0x1_0000_0000) >>> 0
  const seedHigh = (seed * 0x10_0000_0000_0000) >>> 0
  return (text) => {
    let low = 0x811c9dc5 ^ seedLow
    let high = 0x9e3779b9 ^ seedHigh
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at)
      low = Math.imul(low ^ unit, 0x01000193)
      high = Math.imul(high ^ unit, 0x85ebca6b)
      high ^= high >>> 15
    }
    low ^= low >>> 16
    low = Math.imul(low ^ text.length, 0x7feb352d)
    low ^= low >>> 15
    high = Math.imul(high ^ (low >>> 7), 0x846ca68b)
    high ^= high >>> 16
    return ((high >>> 0) & 0x1f_ffff) * 0x1_0000_0000 + (low >>> 0) || 1
  }
}
