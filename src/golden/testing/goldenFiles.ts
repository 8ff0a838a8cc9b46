// The files of a folder, as they are on the disk: bytes, not text.
import { readdirSync, readFileSync } from 'node:fs'

export interface GoldenFile {
  readonly name: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** Names of the folders in a folder, in order. */
export function foldersIn(path: string): readonly string[] {
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
}

/** Whatever is in a folder and is no expectation, by name. */
export function filesIn(path: string): readonly GoldenFile[] {
  return readdirSync(path)
    .filter((name) => !name.endsWith('golden.txt'))
    .sort()
    .map((name) => ({ name, bytes: new Uint8Array(readFileSync(`${path}/${name}`)) }))
}
