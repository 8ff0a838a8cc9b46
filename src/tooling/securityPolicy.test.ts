import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { metaPolicy, securityHeaders } from './securityPolicy.ts'

function readFromRoot(path: string): string {
  return readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
}

test('the meta tag carries the policy', () => {
  expect(readFromRoot('index.html')).toContain(`content="${metaPolicy}"`)
})

test('the headers file carries every header for every path', () => {
  const [path, ...lines] = readFromRoot('public/_headers').trimEnd().split('\n')
  expect(path).toBe('/*')
  expect(lines.map((line) => line.trim())).toEqual(
    Object.entries(securityHeaders).map(([name, value]) => `${name}: ${value}`),
  )
})
