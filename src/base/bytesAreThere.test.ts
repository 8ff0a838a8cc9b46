import { expect, test } from 'vitest'
import { bytesAreThere } from './bytesAreThere.ts'

/** A Blob whose bytes come as `reading` says. */
function blobOf(reading: Promise<ArrayBuffer>): Blob {
  const blob = new Blob(['x'])
  blob.slice = () => Object.assign(new Blob(), { arrayBuffer: () => reading })
  return blob
}

test('bytes that come are there, and those of an empty Blob', async () => {
  expect(await bytesAreThere(new Blob(['abc']))).toBe(true)
  expect(await bytesAreThere(new Blob([]))).toBe(true)
})

test('bytes that fail or never come are not there, and that is known within the bound', async () => {
  expect(await bytesAreThere(blobOf(Promise.reject(new Error('NotReadable'))))).toBe(false)
  expect(await bytesAreThere(blobOf(new Promise(() => {})), () => {}, 250)).toBe(false)
})

test('waiting ends when the work is no longer wanted', async () => {
  let looks = 0
  const check = () => {
    if (++looks > 2) throw new Error('stopped')
  }
  await expect(bytesAreThere(blobOf(new Promise(() => {})), check)).rejects.toThrow('stopped')
})
