import { afterEach, expect, test } from 'vitest'
import { setLanguage } from '../../state/language.ts'
import { followLanguage } from './followLanguage.ts'

afterEach(() => setLanguage('en'))

test('the head of the page is in the language that is shown', async () => {
  const description = document.createElement('meta')
  description.name = 'description'
  document.head.append(description)
  followLanguage()
  expect(document.documentElement.lang).toBe('en')
  expect(description.content).toMatch(/Nothing is uploaded unless you run a batch yourself\.$/)
  await setLanguage('zh-TW')
  expect(document.documentElement.lang).toBe('zh-Hant-TW')
  expect(description.content).toMatch(/除非你自己執行批次，否則不會上傳任何內容。$/)
  await setLanguage('pseudo')
  expect(document.documentElement.lang).toBe('en-x-pseudo')
  description.remove()
})
