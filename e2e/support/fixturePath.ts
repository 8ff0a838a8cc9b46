// Where the hand-made files are.
import { fileURLToPath } from 'node:url'

/** Absolute path of a file in e2e/fixtures. */
export function fixturePath(name: string): string {
  return fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url))
}
