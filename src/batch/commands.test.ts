// The commands are run: by a real shell with a real curl, and by Python with a stand-in for the package. Names
// are as hostile as names can be.
import { execFile, execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { inEnglish } from '../i18n/testing/inEnglish.ts'
import { runs } from '../tooling/runs.ts'
import {
  type CommandLanguage,
  commandSteps,
  type CommandRequest,
  joinSteps,
  uploadName,
} from './commands.ts'
import { pythonQuote, shellAssignment } from './quoting.ts'

const hasShell = canRun('sh', ['-c', 'curl --version'])
const hasPython = canRun('python3', ['--version'])

const HOSTILE = [
  'plain.jsonl',
  'with space.jsonl',
  "it's.jsonl",
  `"; touch pwned; ".jsonl`,
  '$(touch pwned).jsonl',
  '`touch pwned`.jsonl',
  '-rf.jsonl',
  '@file;type=x,y"z\\.jsonl',
  '%s%n\\n!!.jsonl',
  'line\nbreak.jsonl',
  'a\u0003\u001b[2J\r\u007f.jsonl',
  'right\u202eljson.jsonl',
  '請求 😀.jsonl',
  '-%\u0001.jsonl',
  'ends with\n',
]

function canRun(file: string, args: readonly string[]): boolean {
  try {
    execFileSync(file, args, { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

const request = (more: Partial<CommandRequest> = {}): CommandRequest => ({
  fileName: 'input.jsonl',
  baseUrl: 'https://api.openai.com/v1',
  endpoint: '/v1/chat/completions',
  ...more,
})

function textOf(language: CommandLanguage, more: Partial<CommandRequest> = {}): string {
  const steps = commandSteps(language, request(more))
  return joinSteps(steps, (message) => String(inEnglish(message)))
}

describe('literals', () => {
  // Names have no NUL; a half of a surrogate pair is none of a file's on the disk.
  const text = fc.oneof(
    fc.constantFrom(...HOSTILE),
    fc.string({
      unit: fc.constantFrom(
        ...Array.from('ab\'"\\$`!%-\n\r\t\u0001\u001b\u009b\u202e\u00ad漢😀 ~#&;'),
      ),
    }),
    fc.string({ unit: 'grapheme' }),
  )
  const name = text.map((each) => each.toWellFormed().replaceAll('\0', ''))

  test.skipIf(!hasShell)('of a shell are what they stand for', () => {
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 20 }), (names) => {
        const script = names
          .map((each) => `${shellAssignment('X', each)}\nprintf '%s\\0' "$X"`)
          .join('\n')
        const out = execFileSync('sh', ['-c', script]).toString()
        expect(out.split('\0').slice(0, -1)).toEqual(names)
      }),
      runs(30),
    )
  })

  test.skipIf(!hasPython)('of Python are what they stand for', () => {
    fc.assert(
      fc.property(fc.array(name, { minLength: 100, maxLength: 200 }), (names) => {
        const list = names.map(pythonQuote).join(', ')
        const script = `import sys\nfor x in [${list}]: sys.stdout.buffer.write(x.encode() + b"\\0")`
        const out = execFileSync('python3', ['-c', script]).toString()
        expect(out.split('\0').slice(0, -1)).toEqual(names)
      }),
      runs(3),
    )
  })

  test('hold nothing that cannot be seen', () => {
    fc.assert(
      fc.property(name, (each) => {
        const literals = shellAssignment('X', each) + pythonQuote(each)
        expect(literals.replaceAll('\n', '')).not.toMatch(/[\p{C}\p{Zl}\p{Zp}]/u)
      }),
      runs(300),
    )
  })
})

test('the name of an upload is plain and ends as the API wants', () => {
  expect(uploadName('my input (2).jsonl')).toBe('my input (2).jsonl')
  expect(uploadName('請求.jsonl')).toBe('請求.jsonl')
  expect(uploadName('a";filename=b\n.jsonl')).toBe('a__filename_b_.jsonl')
  expect(uploadName('lines.ndjson')).toBe('lines.ndjson.jsonl')
})

test.each(['curl', 'python'] as const)(
  '%s takes the key from the environment alone',
  (language) => {
    const text = textOf(language, {
      organization: 'org-x',
      project: 'proj_y',
      metadata: { a: 'b' },
    })
    expect(text).toContain('OPENAI_API_KEY')
    expect(text).not.toContain('sk-')
    expect(text).toContain('org-x')
    expect(text).toContain('proj_y')
    expect(text.match(/^# \d\. /gm)).toEqual(['# 1. ', '# 2. ', '# 3. ', '# 4. ', '# 5. '])
  },
)

let folder: string
let server: Server
let calls: { readonly what: string; readonly headers: object; readonly body: string }[]

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'commands-'))
  calls = []
  server = createServer((incoming, answer) => {
    const chunks: Buffer[] = []
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
    incoming.on('end', () => {
      const what = `${incoming.method} ${incoming.url}`
      calls.push({ what, headers: incoming.headers, body: Buffer.concat(chunks).toString() })
      answer.end(ANSWERS[what] ?? '')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})

afterEach(() => {
  server.close()
  rmSync(folder, { recursive: true })
})

const ANSWERS: Readonly<Record<string, string>> = {
  'POST /v1/files': JSON.stringify({ object: 'file', id: 'file-1', purpose: 'batch' }, null, 2),
  'POST /v1/batches': '{"id":"batch_1","object":"batch","status":"validating"}',
  'GET /v1/batches/batch_1':
    '{"id":"batch_1","status":"completed","output_file_id":"file-2","error_file_id":null}',
  'GET /v1/files/file-2/content': '{"answer":1}\n',
}

function run(file: string, args: readonly string[], env: object = {}): Promise<string> {
  return new Promise((resolve, reject) => {
    const options = { cwd: folder, env: { ...process.env, ...env, OPENAI_API_KEY: 'the-key' } }
    execFile(file, args, options, (error, out) => (error ? reject(error) : resolve(out)))
  })
}

describe.skipIf(!hasShell)('with curl', () => {
  test.each(HOSTILE)('the loop is run with a file named %j', async (fileName) => {
    writeFileSync(join(folder, fileName), '{"request":1}\n')
    const { port } = server.address() as AddressInfo
    const metadata = { "it's": '$(touch pwned)' }
    const baseUrl = `http://127.0.0.1:${port}/v1`
    await run('sh', ['-c', textOf('curl', { fileName, baseUrl, metadata, organization: 'org-x' })])
    expect(calls.map(({ what }) => what)).toEqual(Object.keys(ANSWERS))
    const [upload, start] = calls
    expect(upload?.headers).toMatchObject({
      authorization: 'Bearer the-key',
      'openai-organization': 'org-x',
    })
    expect(upload?.body).toContain('{"request":1}\n')
    expect(upload?.body).toContain(`filename="${uploadName(fileName)}"`)
    expect(JSON.parse(start?.body ?? '')).toEqual({
      input_file_id: 'file-1',
      endpoint: '/v1/chat/completions',
      completion_window: '24h',
      metadata,
    })
    const output = `${fileName.replace(/\.jsonl$/, '')}.output.jsonl`
    expect(readdirSync(folder).sort()).toEqual([fileName, output].sort())
    expect(readFileSync(join(folder, output), 'utf8')).toBe('{"answer":1}\n')
  })

  test('a hostile endpoint or address stays a text', async () => {
    writeFileSync(join(folder, 'input.jsonl'), '')
    const endpoint = `'; touch pwned; '"$(touch pwned)`
    const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`
    await run('sh', ['-c', textOf('curl', { endpoint, baseUrl })])
    expect(JSON.parse(calls[1]?.body ?? '')).toMatchObject({ endpoint })
    const elsewhere = `http://127.0.0.1:1/'$(touch pwned)`
    await run('sh', ['-c', textOf('curl', { baseUrl: elsewhere })]).catch(() => {})
    expect(readdirSync(folder)).not.toContain('pwned')
  })
})

/** What the commands use of the package `openai`, written down as it is called. */
const PACKAGE = `
import json
from types import SimpleNamespace as N
calls = []
def log(*what):
    calls.append(what)
    open("calls.json", "w").write(json.dumps(calls))
class Answer:
    def __enter__(self): return self
    def __exit__(self, *_): pass
    def stream_to_file(self, path): open(path, "w").write("answer")
class OpenAI:
    def __init__(self, **options):
        log("client", options)
        done = N(id="batch_1", status="completed", request_counts=None, errors=None, output_file_id="file-2", error_file_id=None)
        self.files = N(
            create=lambda file, purpose: log("file", file[0], file[1].read().decode(), purpose) or N(id="file-1"),
            with_streaming_response=N(content=lambda id: log("content", id) or Answer()),
        )
        self.batches = N(
            create=lambda **body: log("batch", body) or N(id="batch_1", status="validating"),
            retrieve=lambda id: log("look", id) or done,
        )
    def with_options(self, **options):
        log("options", options)
        return self
`

describe.skipIf(!hasPython)('with Python', () => {
  test.each(HOSTILE)('the loop is run with a file named %j', async (fileName) => {
    writeFileSync(join(folder, 'openai.py'), PACKAGE)
    writeFileSync(join(folder, fileName), 'request')
    const metadata = { 'a"b': "it's\n" }
    const script = textOf('python', { fileName, metadata, project: 'proj_y' })
    const quick = `import time\ntime.sleep = lambda _: None\n${script}`
    await run('python3', ['-c', quick], { PYTHONPATH: folder, PYTHONDONTWRITEBYTECODE: '1' })
    expect(JSON.parse(readFileSync(join(folder, 'calls.json'), 'utf8'))).toEqual([
      ['client', { api_key: 'the-key', base_url: 'https://api.openai.com/v1', project: 'proj_y' }],
      ['file', uploadName(fileName), 'request', 'batch'],
      ['options', { max_retries: 0 }],
      [
        'batch',
        {
          input_file_id: 'file-1',
          endpoint: '/v1/chat/completions',
          completion_window: '24h',
          metadata,
        },
      ],
      ['look', 'batch_1'],
      ['content', 'file-2'],
    ])
    const output = `${fileName.replace(/\.jsonl$/, '')}.output.jsonl`
    expect(readdirSync(folder).sort()).toEqual([fileName, output, 'calls.json', 'openai.py'].sort())
  })
})
