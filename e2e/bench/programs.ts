// Programs that people check JSON Lines files with: Python's json and jq. Each reads the file that the
// app opened, and is left out where it is not installed.
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { BenchCase } from '../../src/benchmark/benchCases.ts'
import type { BenchFile } from './benchFiles.ts'

const execute = promisify(execFile)

export interface Program {
  readonly id: string
  /** Of what is run. */
  readonly name: string
  /** Of what it is run for. */
  readonly title: string
  /** Undefined when it is not installed. */
  readonly version: string | undefined
  /** Fails at the first line that is not JSON. */
  readonly stopsAtErrors?: boolean
  readonly validate: (entry: BenchCase, file: BenchFile) => Promise<ProgramVerdict>
}

export interface ProgramVerdict {
  /** Lines that it saw. */
  readonly lines: number
  /** Undefined when the program only parses. */
  readonly invalid?: number
}

const pythonValidator = fileURLToPath(new URL('validate.py', import.meta.url))
const pairPython = fileURLToPath(new URL('pair.py', import.meta.url))
const jqValidator = fileURLToPath(new URL('validate.jq', import.meta.url))

export async function findPrograms(): Promise<readonly Program[]> {
  const python = await findPython()
  const jqVersion = (await firstLine('jq', ['--version']))?.replace('jq-', '')
  return [
    {
      id: 'python',
      name: 'Python',
      title: 'Python, json and checks',
      version: python?.version,
      validate: (entry, file) =>
        verdictOf(python?.path ?? '', [pythonValidator, entry.formatId, file.path]),
    },
    {
      id: 'jq',
      name: 'jq',
      title: 'jq, with checks',
      version: jqVersion,
      validate: (entry, file) =>
        verdictOf('jq', ['-ncR', '--arg', 'format', entry.formatId, '-f', jqValidator, file.path]),
    },
    {
      id: 'jq-parse',
      name: 'jq',
      title: 'jq, parsing alone',
      version: jqVersion,
      stopsAtErrors: true,
      async validate(_, file) {
        const count = await run('jq', ['-n', 'reduce inputs as $line (0; . + 1)', file.path])
        return { lines: Number(count) }
      },
    },
  ]
}

/** What pairing is compared with; undefined where there is no Python. */
export async function pairWithPython(
  paths: readonly string[],
): Promise<Readonly<Record<string, number>> | undefined> {
  const python = await findPython()
  if (python === undefined) return undefined
  return JSON.parse(await run(python.path, [pairPython, ...paths])) as Record<string, number>
}

/** The interpreter itself: what `python3` names may be a script that looks for it first. */
export async function findPython(): Promise<{ path: string; version: string } | undefined> {
  const ask = 'import sys; print(sys.executable, sys.version.split()[0], sep="|")'
  for (const name of ['python3', 'python']) {
    const [path, version] = (await firstLine(name, ['-c', ask]))?.split('|') ?? []
    if (path !== undefined && version?.startsWith('3.')) return { path, version }
  }
  return undefined
}

async function verdictOf(program: string, args: readonly string[]): Promise<ProgramVerdict> {
  return JSON.parse(await run(program, args)) as ProgramVerdict
}

async function run(program: string, args: readonly string[]): Promise<string> {
  return (await execute(program, [...args])).stdout.trim()
}

export async function firstLine(
  program: string,
  args: readonly string[],
): Promise<string | undefined> {
  try {
    return (await run(program, args)).split('\n')[0]
  } catch {
    return undefined
  }
}
