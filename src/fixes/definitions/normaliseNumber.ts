// Numbers that other languages write: leading zeros, plus sign, nothing on one side of the point,
// hexadecimal, underscores.
import { msg } from '../../i18n/message.ts'
import { defineFix } from '../defineFix.ts'
import { repairSyntax } from '../repairSyntax.ts'

export const fix = defineFix({
  id: 'normaliseNumber',
  title: msg('Write the number as JSON does'),
  order: 19,
  codes: ['bad-number'],
  safeForAll: true,
  propose: ({ text }) => repairSyntax(text, 'bad-number'),
  examples: [
    { code: 'bad-number', before: '{"a": 007, "b": 10.0}', after: ['{"a": 7, "b": 10.0}'] },
    {
      code: 'bad-number',
      before: '[+1, .5, -.5, 1., 1.e5, +.5e-3]',
      after: ['[1, 0.5, -0.5, 1.0, 1.0e5, 0.5e-3]'],
    },
    {
      code: 'bad-number',
      before: '[0x1F, 0xFFFFFFFFFFFFFFFF, 0b101, 0o17, 1_000]',
      after: ['[31, 18446744073709551615, 5, 15, 1000]'],
    },
    {
      code: 'bad-number',
      before: '{"id": 00009007199254740993, "x": "007"}',
      after: ['{"id": 9007199254740993, "x": "007"}'],
    },
    { code: 'bad-number', before: '[00, -0, 10n]', after: ['[0, -0, 10]'] },
  ],
})
