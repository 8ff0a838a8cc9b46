// What people would convert with instead: jq, Python's csv and json, and DuckDB. Each reads the same file and
// writes lines into another, and is left out where it is not installed.
import { execFile, spawn } from 'node:child_process'
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { ConversionCase } from './cases.ts'
import type { ConversionFile } from './files.ts'

const execute = promisify(execFile)

export interface ProgramTime {
  readonly title: string
  readonly ms?: number
  /** Why there is no time. */
  readonly skipped?: string
}

interface Program {
  readonly title: string
  /** What it is asked first, to see whether it is there. */
  readonly probe: readonly [string, readonly string[]]
  readonly kinds: readonly ConversionCase['kind'][]
  /** Arguments; where `isPiped`, it writes to its output. */
  readonly command: (
    entry: ConversionCase,
    from: string,
    to: string,
  ) => readonly [string, readonly string[]]
  readonly isPiped?: true
}

const converter = fileURLToPath(new URL('convert.py', import.meta.url))

const PROGRAMS: readonly Program[] = [
  {
    title: "jq -c '.[]'",
    probe: ['jq', ['--version']],
    kinds: ['array'],
    command: (_, from) => ['jq', ['-c', '.[]', from]],
    isPiped: true,
  },
  {
    title: 'Python, csv and json',
    probe: ['python3', ['--version']],
    kinds: ['array', 'csv'],
    command: (entry, from, to) => ['python3', [converter, entry.kind, from, to]],
  },
  {
    title: 'DuckDB',
    probe: ['duckdb', ['--version']],
    kinds: ['array', 'csv'],
    command: ({ kind }, from, to) => {
      const reader = kind === 'csv' ? 'read_csv' : 'read_json'
      const query = `COPY (SELECT * FROM ${reader}('${from}')) TO '${to}' (FORMAT JSON)`
      return ['duckdb', ['-c', query]]
    },
  },
]

/** Fails when a program makes another number of lines: then it does other work. */
export async function timePrograms(
  entry: ConversionCase,
  file: ConversionFile,
): Promise<readonly ProgramTime[]> {
  const times: ProgramTime[] = []
  for (const program of PROGRAMS.filter(({ kinds }) => kinds.includes(entry.kind))) {
    const { title } = program
    times.push((await isInstalled(program)) ? await time(program, entry, file) : missing(title))
  }
  return times
}

function missing(title: string): ProgramTime {
  return { title, skipped: 'not installed' }
}

async function isInstalled({ probe: [name, args] }: Program): Promise<boolean> {
  return execute(name, [...args]).then(
    () => true,
    () => false,
  )
}

async function time(
  { title, command, isPiped }: Program,
  entry: ConversionCase,
  file: ConversionFile,
): Promise<ProgramTime> {
  const to = `${file.path}.converted`
  const [name, args] = command(entry, file.path, to)
  const startedAt = performance.now()
  if (isPiped) await runInto(name, args, to)
  else await execute(name, [...args])
  const ms = performance.now() - startedAt
  const lines = await countLines(to)
  if (lines !== file.lines) throw new Error(`${title} made ${lines} of ${file.lines} lines`)
  return { title, ms }
}

async function runInto(name: string, args: readonly string[], to: string): Promise<void> {
  const target = await open(to, 'w')
  try {
    const child = spawn(name, [...args], { stdio: ['ignore', target.fd, 'inherit'] })
    const code = await new Promise((resolve, reject) => {
      child.on('error', reject)
      child.on('close', resolve)
    })
    if (code !== 0) throw new Error(`${name} ended with ${String(code)}`)
  } finally {
    await target.close()
  }
}

async function countLines(path: string): Promise<number> {
  let count = 0
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) count += 1
  }
  return count
}
