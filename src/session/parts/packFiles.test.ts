import { execFileSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { unzipSync } from 'fflate'
import { openText } from '../testing/openText.ts'

const folders: string[] = []

afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true })
})

const FILES = [
  { name: 'a.part-01.jsonl', text: '{"a":1}\n'.repeat(1000) },
  { name: '請求.part-02.jsonl', text: '{"a":"中文"}\n' },
  { name: 'empty.jsonl', text: '' },
]

function hasPython(): boolean {
  try {
    execFileSync('python3', ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

async function pack(): Promise<Uint8Array<ArrayBuffer>> {
  const { session } = await openText('{}')
  const files = FILES.map(({ name, text }) => ({ name, blob: new Blob([text]) }))
  const packed = await session.packFiles(files, 'pack', () => {})
  if (!packed.ok) throw new Error(packed.failure.code)
  return new Uint8Array(await packed.value.arrayBuffer())
}

test('an archive has the files under their names', async () => {
  const entries = unzipSync(await pack())
  const texts = Object.entries(entries).map(([name, bytes]) => ({
    name,
    text: new TextDecoder().decode(bytes),
  }))
  expect(texts).toEqual(FILES)
})

test.runIf(hasPython())('another program finds nothing wrong with it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'packFiles-'))
  folders.push(folder)
  const path = join(folder, 'files.zip')
  await writeFile(path, await pack())
  const script = [
    'import sys, zipfile',
    'archive = zipfile.ZipFile(sys.argv[1])',
    'assert archive.testzip() is None',
    'archive.extractall(sys.argv[2])',
  ].join('\n')
  execFileSync('python3', ['-c', script, path, folder])
  for (const { name, text } of FILES) {
    expect(await readFile(join(folder, name), 'utf8')).toBe(text)
  }
})
