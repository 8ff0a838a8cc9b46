import { expect, test } from 'vitest'
import { renderHook } from 'vitest-browser-react'
import { useWhenThere } from './useWhenThere.ts'

interface Given {
  readonly version: number
  readonly view: string
}

async function begin() {
  const opened: string[] = []
  let isThere = false
  const hook = await renderHook((given?: Given) =>
    useWhenThere(given?.version ?? 0, given?.view ?? 'all'),
  )
  const open = (name: string): void =>
    hook.result.current(() => {
      if (isThere) opened.push(name)
      return isThere
    })
  const arrive = (): void => {
    isThere = true
  }
  return { opened, open, arrive, rerender: hook.rerender }
}

test('a row that is still being read is opened once, when it is there', async () => {
  const { opened, open, arrive, rerender } = await begin()
  open('first')
  await rerender({ version: 1, view: 'all' })
  expect(opened).toEqual([])
  arrive()
  await rerender({ version: 2, view: 'all' })
  await rerender({ version: 3, view: 'all' })
  expect(opened).toEqual(['first'])
})

test('of two the last is opened', async () => {
  const { opened, open, arrive, rerender } = await begin()
  open('first')
  open('second')
  arrive()
  await rerender({ version: 1, view: 'all' })
  expect(opened).toEqual(['second'])
})

test('in another view none is opened', async () => {
  const { opened, open, arrive, rerender } = await begin()
  open('first')
  arrive()
  await rerender({ version: 1, view: 'invalid' })
  await rerender({ version: 2, view: 'all' })
  expect(opened).toEqual([])
})
