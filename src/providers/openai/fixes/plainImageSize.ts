// The size of an image with another sign, or spaces, between its sides: 1024×1536, 1024 X 1536.
import { valueAt } from '../../../json/jsonPath.ts'
import { setValue } from '../../../json/spliceText.ts'
import { defineFix } from '../../../fixes/defineFix.ts'
import { parseObject, replaceBy } from '../../../fixes/lineValue.ts'
import { msg } from '../../../i18n/message.ts'

const SIZE = ['body', 'size']

const SIDES = /^\s*(\d{1,5})\s*(?:px)?\s*[x×*,]\s*(\d{1,5})\s*(?:px)?\s*$/i

export const fix = defineFix({
  id: 'plainImageSize',
  title: msg('Write the size as WIDTHxHEIGHT'),
  order: 54,
  codes: ['image-size-form', 'value:body.size'],
  safeForAll: true,
  propose({ text }) {
    const line = parseObject(text)
    const size = line && valueAt(line, SIZE)
    const sides = typeof size === 'string' ? SIDES.exec(size) : null
    const plain = sides && `${sides[1]}x${sides[2]}`
    return plain && plain !== size
      ? replaceBy(setValue(text, SIZE, JSON.stringify(plain)))
      : undefined
  },
  examples: [
    {
      code: 'image-size-form',
      before: '{"body": {"size": "1024×1536", "n": 1.0}}',
      after: ['{"body": {"size": "1024x1536", "n": 1.0}}'],
    },
    {
      code: 'image-size-form',
      before: '{"body":{"prompt":"\\"size\\": 3 X 4 問","size":"1024 X 1024px"}}',
      after: ['{"body":{"prompt":"\\"size\\": 3 X 4 問","size":"1024x1024"}}'],
    },
    {
      code: 'value:body.size',
      before: '{"size":"1*2","body":{"size":"512*512","seed":9007199254740993}}',
      after: ['{"size":"1*2","body":{"size":"512x512","seed":9007199254740993}}'],
    },
  ],
})
