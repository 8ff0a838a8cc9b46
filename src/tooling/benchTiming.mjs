// What the benchmarks of single parts time with.

/** Bytes that are handed on at a time. */
export const CHUNK = 4 * 1024 * 1024

/**
 * The best of `rounds` runs, in seconds of processor time: what else the machine does meanwhile does not count.
 */
export function best(rounds, run) {
  let seconds = Infinity
  for (let i = 0; i < rounds; i++) {
    const start = process.cpuUsage()
    run()
    seconds = Math.min(seconds, process.cpuUsage(start).user / 1e6)
  }
  return seconds
}

/** MB/s, in a column of seven characters. */
export function rate(bytes, seconds) {
  return (bytes / seconds / 1e6).toFixed(0).padStart(7)
}

/** `size` bytes of JSON Lines or a little more: `count` values of `make`, again and again. */
export function fillLines(make, size, count) {
  const unit = Buffer.from(
    Array.from({ length: count }, (_, i) => `${JSON.stringify(make(i + 10_000))}\n`).join(''),
  )
  return Buffer.concat(Array(Math.ceil(size / unit.length)).fill(unit))
}
