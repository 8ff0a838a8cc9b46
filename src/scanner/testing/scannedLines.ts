// For tests: lines as the scanner reports them under a plan.
import { CAPTURE_ABSENT, CAPTURE_KINDS } from '../captures.ts'
import { encodePlan } from '../encodePlan.ts'
import type { PlanNode } from '../scanPlan.ts'
import { Scanner } from '../scanner.ts'
import { loadScannerModule } from './loadScanner.ts'

export const module = await loadScannerModule()
export const encode = (text: string): Uint8Array => new TextEncoder().encode(text)

export interface ScannedLine {
  readonly shape: bigint
  readonly tag: number
  /** By capture: text of the value, hash, kind, count; undefined when absent. */
  readonly captures: readonly (
    | { text: string; hash: string; kind: string; count: number }
    | undefined
  )[]
}

export function scanWith(scanner: Scanner, lines: readonly string[]): ScannedLine[] {
  scanner.reset()
  const scanned: ScannedLine[] = []
  for (const batch of scanner.push(encode(lines.map((line) => `${line}\n`).join('')))) {
    for (let i = 0; i < batch.count; i++) {
      const from = i === 0 ? 0 : (batch.ends[i - 1] as number)
      scanned.push({
        shape: batch.shape[i] as bigint,
        tag: batch.tag[i] as number,
        captures: batch.captures.map((column) => {
          if (column.from[i] === CAPTURE_ABSENT) return undefined
          const [a, b] = [column.from[i] as number, column.to[i] as number]
          return {
            text: new TextDecoder().decode(batch.bytes.subarray(from + a, from + b)),
            hash: `${column.hash[2 * i]} ${column.hash[2 * i + 1]}`,
            kind: CAPTURE_KINDS[column.kind[i] as number] as string,
            count: column.count[i] as number,
          }
        }),
      })
    }
  }
  return scanned
}

export function scannerFor(node: PlanNode): Scanner {
  const scanner = Scanner.create(module)
  scanner.setPlan(encodePlan(node))
  return scanner
}
