// Keys of commands wait while one of our popups is open (controls/usePopup.ts), so each has to say so.
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const folder = new URL('./', import.meta.url)

const POPUP =
  /<(AlertDialog|Autocomplete|Combobox|ContextMenu|Dialog|Drawer|Menu|Popover|Select)\.Root\b[^>]*/g

/** A part of another popup, always there and without one of its own. */
const INLINE = /\binline\b/

test('every popup tells that it is open', () => {
  const silent = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.tsx') && !path.endsWith('.test.tsx'))
    .filter((path) => {
      const text = readFileSync(new URL(path, folder), 'utf8')
      const popups = [...text.matchAll(POPUP)].filter(([root]) => !INLINE.test(root))
      const hooks = [...text.matchAll(/\buse(Open)?Popup\(\)/g)]
      return popups.length > hooks.length
    })
  expect(silent).toEqual([])
})
