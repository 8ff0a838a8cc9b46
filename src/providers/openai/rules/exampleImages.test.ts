// Images of examples at the limits: as many and as large as they may be, and one more.
import { expect, test } from 'vitest'
import { createFormatValidator } from '../../../formats/formatValidator.ts'
import { inEnglish } from '../../../i18n/testing/inEnglish.ts'
import { format } from '../formats/chatFineTuning.ts'

const validator = createFormatValidator(format)
const PNG = 'data:image/png;base64,iVBORw0KGgoA'

function said(...urls: readonly (readonly string[])[]): string[] {
  const asked = urls.map((own) => ({
    role: 'user',
    content: own.map((url) => ({ type: 'image_url', image_url: { url } })),
  }))
  const value = { messages: [...asked, { role: 'assistant', content: 'A bridge.' }] }
  return validator
    .explain(JSON.stringify(value), value)
    .map(({ code, severity, message }) => `${severity} ${code}: ${inEnglish(message)}`)
}

test('10 images are taken, wherever they are, and 11 are not', () => {
  const images = Array.from({ length: 9 }, () => PNG)
  expect(said(images, ['https://example.com/a.png'])).toEqual([])
  expect(said(images, ['https://example.com/a.png', PNG])).toEqual([
    'warning example-images-many: The example has 11 images, and OpenAI takes 10 in one; Azure takes 64. Leave some out, or make several examples of it.',
  ])
})

test('10 MB are taken, and more is not', () => {
  // Of 10,485,760 bytes base64 makes 13,981,016 characters.
  const jpeg = `data:image/jpeg;base64,/9j/${'A'.repeat(13_981_012)}`
  expect(said([jpeg])).toEqual([])
  expect(said([`${jpeg}AAAA`])).toEqual([
    'warning example-image-large: Message 1, part 1: the image has 10.5 MB, and fine-tuning takes images of at most 10 MB. Make it smaller.',
  ])
})
