import { expect, test } from 'vitest'
import { inEnglish } from '../../i18n/testing/inEnglish.ts'
import { machineText } from './machineText.ts'

test.each([
  ['Mozilla/5.0 (X11; Linux x86_64) Firefox/153.0', 2, 'Firefox 153 on Linux, 2 cores'],
  ['Firefox/153.0', 1, 'Firefox 153, 1 core'],
  ['something else', 8, 'Unknown browser, 8 cores'],
])('%s with %i', (userAgent, cores, text) => {
  expect(inEnglish(machineText(userAgent, cores))).toBe(text)
})
