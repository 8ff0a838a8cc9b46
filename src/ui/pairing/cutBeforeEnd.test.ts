import { expect, test } from 'vitest'
import { cutBeforeEnd } from './cutBeforeEnd.ts'

test('a long name is cut before its end, a short one stays whole', () => {
  expect(cutBeforeEnd('review-2024-11-03-product-00058', 8)).toEqual({
    start: 'review-2024-11-03-produ',
    end: 'ct-00058',
  })
  expect(cutBeforeEnd('request-00000058', 8)).toEqual({ start: 'request-00000058', end: '' })
  expect(cutBeforeEnd('batch_67a1f0c2d4e8_output.jsonl', 13)).toEqual({
    start: 'batch_67a1f0c2d4e8',
    end: '_output.jsonl',
  })
})

test('no character is torn apart', () => {
  expect(cutBeforeEnd('aaaaaaaaa😀1234567', 8).end).toBe('😀1234567')
  expect(cutBeforeEnd('aaaaaaaaaae\u03011234567', 8).end).toBe('e\u03011234567')
  expect(cutBeforeEnd('aaaaaaaaaaaaa👩‍👩‍👧1234', 8).end).toBe('👩‍👩‍👧1234')
  expect(cutBeforeEnd('每日報告第十二批輸出檔', 4)).toEqual({
    start: '每日報告第十二',
    end: '批輸出檔',
  })
})
