// The types of OpenAI's SDK for TypeScript accept the bodies that the examples call valid: what they hold is
// sent in a batch as people send it alone. Written as literals, so that an unknown key is an error, too.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isObject } from '../../json/jsonPath.ts'
import {
  CHAT_COMPLETIONS,
  COMPLETIONS,
  EMBEDDINGS,
  IMAGE_EDITS,
  IMAGE_GENERATIONS,
  MODERATIONS,
  RESPONSES,
} from './endpoints/urls.ts'
import { batchInputExamples } from './examples/batchInput.ts'

const ROOT = join(import.meta.dirname, '../../..')

const TYPES: Readonly<Record<string, { readonly file: string; readonly name: string }>> = {
  [CHAT_COMPLETIONS]: { file: 'chat/completions', name: 'ChatCompletionCreateParamsNonStreaming' },
  [RESPONSES]: { file: 'responses/responses', name: 'ResponseCreateParamsNonStreaming' },
  [EMBEDDINGS]: { file: 'embeddings', name: 'EmbeddingCreateParams' },
  [COMPLETIONS]: { file: 'completions', name: 'CompletionCreateParamsNonStreaming' },
  [MODERATIONS]: { file: 'moderations', name: 'ModerationCreateParams' },
  [IMAGE_GENERATIONS]: { file: 'images', name: 'ImageGenerateParamsNonStreaming' },
}

/**
 * Where the types ask for more than the API: members of answers that its description lets people leave out
 * when they send them again, and a tool that is chosen by its newer name.
 */
const STRICTER = [
  /"output_text"; text: string; \}/,
  /"reasoning"; summary: \[/,
  /'"web_search"' is not assignable/,
]

describe('the types of the SDK', () => {
  it('accept every valid example', () => {
    const found = complaints(batchInputExamples.valid)
    expect(found.filter((each) => !STRICTER.some((known) => known.test(each)))).toEqual([])
    expect(STRICTER.filter((known) => !found.some((each) => known.test(each)))).toEqual([])
  })

  it('would complain', () => {
    const line = `{"url":"${EMBEDDINGS}","body":{"model":"m","input":7}}`
    expect(complaints([line])).toHaveLength(1)
  })
})

/** What the compiler says of bodies, each with its line. Of image edits the SDK's type is that of a form. */
function complaints(lines: readonly string[]): readonly string[] {
  const bodies = lines
    .map((line) => ({ line, ...(JSON.parse(line) as { url: string; body: unknown }) }))
    .filter(({ url, body }) => url !== IMAGE_EDITS && isObject(body))
  const source = bodies.map(({ url, body }, i) => {
    const { file, name } = TYPES[url] ?? { file: '', name: `no type for ${url}` }
    return `const body${i}: import('openai/resources/${file}').${name} = ${JSON.stringify(body)}`
  })
  // Within the project, whose packages it reads.
  const folder = mkdtempSync(join(ROOT, 'node_modules/.sdk-types-'))
  try {
    const path = join(folder, 'bodies.ts')
    writeFileSync(path, `${source.join('\n')}\nexport {}\n`)
    const options = '--noEmit --strict --skipLibCheck --target es2022 --module esnext'.split(' ')
    const compiler = join(ROOT, 'node_modules/.bin/tsc')
    const { stdout, error } = spawnSync(
      compiler,
      [
        '--ignoreConfig',
        ...options,
        '--moduleResolution',
        'bundler',
        '--types',
        '',
        '--pretty',
        'false',
        path,
      ],
      { encoding: 'utf8', cwd: tmpdir(), shell: process.platform === 'win32' },
    )
    if (error) throw error
    return stdout
      .split('\n')
      .filter((line) => line.includes('error TS'))
      .map((text) => {
        const at = /bodies\.ts\((\d+),/.exec(text)?.[1]
        return `${text.replace(/^.*error /, '')} – ${bodies[Number(at) - 1]?.line ?? text}`
      })
  } finally {
    rmSync(folder, { recursive: true })
  }
}
