// Whether an example has more images than it may have is counted by the scanner, also of lines that are recognised
// by what earlier ones were.
import { expect, test } from 'vitest'
import { openText } from './testing/openText.ts'

const image = (i: number): object => ({
  type: 'image_url',
  image_url: { url: `https://example.com/${i}.png` },
})

function example(i: number, counts: readonly number[]): string {
  const asked = counts.map((count) => ({
    role: 'user',
    content: [
      { type: 'text', text: `Which? ${i}` },
      ...Array.from({ length: count }, (_, k) => image(i + k)),
    ],
  }))
  return JSON.stringify({ messages: [...asked, { role: 'assistant', content: `A bridge. ${i}` }] })
}

test('examples with 10 images and with 11 are told apart, however the images are spread', async () => {
  const spreads = [[10], [11], [5, 5], [5, 6], [4, 3, 3], [4, 3, 4], [1], [20, 1]] as const
  const lines = Array.from({ length: 4000 }, (_, i) =>
    example(i, spreads[(i * 7 + (i >> 5)) % spreads.length] ?? []),
  )
  const beyond = lines.filter((line) => line.split('"image_url":').length > 11).length
  const { facts } = await openText(lines.join('\n'))
  const { formatId, causes, warnings } = facts()
  expect(formatId).toBe('chatFineTuning')
  expect(causes.map(({ code }) => code)).toEqual(['example-images-many'])
  expect(warnings).toBe(beyond)
  expect(beyond).toBeGreaterThan(1500)
})
