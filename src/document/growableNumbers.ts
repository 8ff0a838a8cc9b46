// Typed arrays that grow at the end, for tables whose length is not known beforehand.

/** Unsigned 32-bit numbers. */
export class GrowableUint32 {
  values: Uint32Array<ArrayBuffer>
  length = 0

  constructor(capacity = 64) {
    this.values = new Uint32Array(capacity)
  }

  push(value: number): void {
    if (this.length === this.values.length) this.values = grown(this.values, this.length + 1)
    this.values[this.length++] = value
  }

  at(index: number): number {
    return this.values[index] as number
  }

  /** Exactly the values, in an array of their own. */
  toArray(): Uint32Array<ArrayBuffer> {
    return this.values.slice(0, this.length)
  }
}

/** Unsigned 16-bit numbers. */
export class GrowableUint16 {
  values: Uint16Array<ArrayBuffer>
  length = 0

  constructor(capacity = 64) {
    this.values = new Uint16Array(capacity)
  }

  push(value: number): void {
    if (this.length === this.values.length) {
      const wider = new Uint16Array(nextCapacity(this.length + 1))
      wider.set(this.values)
      this.values = wider
    }
    this.values[this.length++] = value
  }

  toArray(): Uint16Array<ArrayBuffer> {
    return this.values.slice(0, this.length)
  }
}

/** Numbers beyond 32 bits: byte offsets and 53-bit keys. */
export class GrowableFloat64 {
  values: Float64Array<ArrayBuffer>
  length = 0

  constructor(capacity = 64) {
    this.values = new Float64Array(capacity)
  }

  push(value: number): void {
    if (this.length === this.values.length) {
      const wider = new Float64Array(nextCapacity(this.length + 1))
      wider.set(this.values)
      this.values = wider
    }
    this.values[this.length++] = value
  }

  at(index: number): number {
    return this.values[index] as number
  }

  toArray(): Float64Array<ArrayBuffer> {
    return this.values.slice(0, this.length)
  }
}

/** A copy of `values` that has room for `needed` numbers or more; the rest is zero. */
export function grown(values: Uint32Array, needed: number): Uint32Array<ArrayBuffer> {
  const wider = new Uint32Array(nextCapacity(needed))
  wider.set(values)
  return wider
}

// By half, not by doubling: these arrays are long-lived, and slack is memory.
function nextCapacity(needed: number): number {
  return Math.max(64, Math.ceil(needed * 1.5))
}
