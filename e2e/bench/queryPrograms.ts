// The programs that people ask a JSON Lines file with: jq, Python's json and DuckDB. Each reads the file that
// the app opened, counts the lines that match, and is left out where it is not installed.
import { execFile } from 'node:child_process'
import { createRequire } from 'node:module'
import { promisify } from 'node:util'
import type { BenchFile } from './benchFiles.ts'
import { findPython, firstLine } from './programs.ts'
import type { QueryOfCase } from './queryCases.ts'

const execute = promisify(execFile)

export interface QueryProgram {
  readonly name: string
  readonly version: string | undefined
  /** Lines that match. */
  readonly count: (query: QueryOfCase, file: BenchFile) => Promise<number>
}

const NO_PROGRAM: QueryProgram['count'] = () => Promise.reject(new Error('not installed'))

export async function findQueryPrograms(): Promise<readonly QueryProgram[]> {
  const python = await findPython()
  const jq = (await firstLine('jq', ['--version']))?.replace('jq-', '')
  return [await findDuckDb(), jqProgram(jq), pythonProgram(python)]
}

function jqProgram(version: string | undefined): QueryProgram {
  return {
    name: 'jq',
    version,
    async count({ jq }, { path }) {
      const filter = `reduce (inputs | select(${jq})) as $line (0; . + 1)`
      return Number((await execute('jq', ['-n', filter, path])).stdout)
    },
  }
}

function pythonProgram(python: { path: string; version: string } | undefined): QueryProgram {
  return {
    name: 'Python',
    version: python?.version,
    async count({ python: test }, { path }) {
      const program =
        'import json, sys\nwith open(sys.argv[1], "rb") as lines:\n' +
        `  print(sum(1 for line in map(json.loads, lines) if ${test}))`
      return Number((await execute(python?.path ?? '', ['-c', program, path])).stdout)
    },
  }
}

interface DuckDb {
  readonly version: () => string
  readonly DuckDBInstance: {
    readonly create: () => Promise<{ readonly connect: () => Promise<DuckDbConnection> }>
  }
}

interface DuckDbConnection {
  readonly runAndReadAll: (sql: string) => Promise<{ readonly getRows: () => unknown[][] }>
}

/** LINEPROOF_DUCKDB: the folder of the package `@duckdb/node-api`, where it is installed elsewhere. */
async function findDuckDb(): Promise<QueryProgram> {
  // Not by `import`, which is resolved by what runs the benchmark.
  const load = createRequire(import.meta.url)
  let module: DuckDb
  try {
    module = load(process.env['LINEPROOF_DUCKDB'] ?? '@duckdb/node-api') as DuckDb
  } catch {
    return { name: 'DuckDB', version: undefined, count: NO_PROGRAM }
  }
  const connection = await (await module.DuckDBInstance.create()).connect()
  return {
    name: 'DuckDB',
    version: module.version().replace('v', ''),
    async count({ sql }, { path }) {
      const columns = Object.entries(sql.columns).map(([key, type]) => `${key}: '${type}'`)
      const source = `read_ndjson('${path}', columns = {${columns.join(', ')}})`
      const result = await connection.runAndReadAll(
        `SELECT count(*) FROM ${source} WHERE ${sql.where}`,
      )
      return Number(result.getRows()[0]?.[0])
    },
  }
}
