// Compiles assembly/*.ts to scanner.wasm. Runs in Node only, as part of dev, build and unit tests;
// does nothing when the module on disk was made from the same sources.

import { createHash } from 'node:crypto'
import { readFile, readdir, rename, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'

const OPTIONS = [
  '--enable=simd',
  '-O3',
  '--converge',
  '--noAssert',
  '--runtime=stub',
  '--importMemory',
  // The TypeScript side makes the memory; 32,768 pages of 64 KiB: 2 GiB.
  '--maximumMemory=32768',
]

/** Name of the custom section that holds the hash of the sources. */
const HASH_SECTION = 'sources'

/** `folder` is src/scanner. Returns whether it compiled; throws with the compiler's words. */
export async function compileScanner(folder: string): Promise<boolean> {
  const assembly = join(folder, 'assembly')
  const target = join(folder, 'scanner.wasm')
  const sources = await readSources(assembly)
  const hash = await hashSources(sources)
  if (await isMadeFrom(target, hash)) return false
  const wasm = await compile(assembly)
  // Two processes may build at once: each writes its own file and the rename is atomic.
  const draft = `${target}.${process.pid}`
  await writeFile(draft, Buffer.concat([wasm, hashSection(hash)]))
  await rename(draft, target)
  return true
}

async function readSources(assembly: string): Promise<Map<string, string>> {
  const names = (await readdir(assembly)).filter((name) => name.endsWith('.ts')).sort()
  const texts = await Promise.all(names.map((name) => readFile(join(assembly, name), 'utf8')))
  return new Map(names.map((name, i) => [name, texts[i] as string]))
}

async function hashSources(sources: Map<string, string>): Promise<string> {
  const compiler = await readFile(
    createRequire(import.meta.url).resolve('assemblyscript/package.json'),
    'utf8',
  )
  const hash = createHash('sha256').update([compiler, ...OPTIONS].join('\n'))
  for (const [name, text] of sources) hash.update(`\n${name}\n${text}`)
  return hash.digest('hex')
}

async function isMadeFrom(target: string, hash: string): Promise<boolean> {
  try {
    const module = await WebAssembly.compile(await readFile(target))
    const section = WebAssembly.Module.customSections(module, HASH_SECTION)[0]
    return section !== undefined && new TextDecoder().decode(section) === hash
  } catch {
    return false
  }
}

async function compile(assembly: string): Promise<Uint8Array> {
  const asc = await import('assemblyscript/asc')
  let wasm: Uint8Array | undefined
  let messages = ''
  const { error } = await asc.main(['scanner.ts', '--outFile=scanner.wasm', ...OPTIONS], {
    stderr: { write: (text: string | Uint8Array) => (messages += String(text)) },
    readFile: (name) => readFile(join(assembly, name), 'utf8').catch(() => null),
    writeFile: (name, content) => {
      if (name === 'scanner.wasm') wasm = content as Uint8Array
    },
    listFiles: () => [],
  })
  if (error || !wasm) throw new Error(`The scanner does not compile.\n${messages}`)
  return wasm
}

/** A custom section: id 0, size, name, content. All sizes are below 128, one LEB128 byte each. */
function hashSection(hash: string): Uint8Array {
  const name = new TextEncoder().encode(HASH_SECTION)
  const content = new TextEncoder().encode(hash)
  return Uint8Array.of(0, 1 + name.length + content.length, name.length, ...name, ...content)
}
