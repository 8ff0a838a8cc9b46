import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { MAX_DEPTH, SYNTAX_CODES } from './syntaxCodes.ts'

const read = (name: string) => readFile(new URL(`./assembly/${name}`, import.meta.url), 'utf8')

it('the module and the table number the codes alike', async () => {
  const constants = [...(await read('codes.ts')).matchAll(/const (\w+): u8 = (\d+)/g)]
  const codes = constants.map(([, name]) => (name as string).toLowerCase().replaceAll('_', '-'))
  expect(codes).toEqual([...SYNTAX_CODES])
  expect(constants.map(([, , number]) => Number(number))).toEqual(SYNTAX_CODES.map((_, i) => i))
})

it('the module and the table bound depth alike', async () => {
  expect(await read('memory.ts')).toContain(`MAX_DEPTH: i32 = ${MAX_DEPTH}\n`)
})
