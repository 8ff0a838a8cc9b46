import { afterEach, beforeEach, expect, test } from 'vitest'
import { checkConnection, setAccess, setKey } from './access.ts'
import { batchStore } from './batchStore.ts'
import { insist, openRunPanel } from './panel.ts'
import { KEY, openPage, type TestPage } from './testing/openPage.ts'

let page: TestPage

beforeEach(() => {
  page = openPage()
})

afterEach(() => page.close())

const insists = () => batchStore.getState().insists

test('what is insisted on ends with what it was said of, and nothing else does', async () => {
  openRunPanel()
  insist('connection', true)
  insist('lines', true)
  page.write('two')
  expect(insists()).toEqual({ connection: true, lines: false })

  insist('lines', true)
  await checkConnection()
  expect(insists()).toEqual({ connection: false, lines: true })

  insist('connection', true)
  setAccess({ baseUrl: 'https://other.example.com/v1' })
  expect(insists()).toEqual({ connection: false, lines: true })
  insist('connection', true)
  setKey(`${KEY}-other`)
  expect(insists()).toEqual({ connection: false, lines: true })
})
