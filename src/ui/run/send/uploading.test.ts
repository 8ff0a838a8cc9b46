import { expect, test } from 'vitest'
import { aPart, aRun } from '../testing/runs.ts'
import { outgoingPart, uploadingRun } from './uploading.ts'

const uploading = aPart({ state: 'uploading' })
const starting = aPart({ state: 'starting' })

test('only a run of the document in front keeps it from being sent', () => {
  const own = aRun({ documentKey: '1', parts: [starting] })
  const other = aRun({ documentKey: '2', parts: [uploading] })
  const ofAnotherTab = aRun({ parts: [uploading] })
  const sent = aRun({ documentKey: '1' })
  expect(uploadingRun([ofAnotherTab, other, sent, own], '1')).toBe(own)
  expect(uploadingRun([ofAnotherTab, other, sent], '1')).toBeUndefined()
  expect(uploadingRun([ofAnotherTab, other, own], undefined)).toBeUndefined()
})

test('a part that is uploaded comes before one that is started, which nothing cancels', () => {
  const part = { ...uploading, index: 1 }
  expect(outgoingPart(aRun({ parts: [starting, part] }))).toBe(part)
  expect(outgoingPart(aRun({ parts: [starting, aPart()] }))).toBe(starting)
  expect(outgoingPart(aRun())).toBeUndefined()
})
