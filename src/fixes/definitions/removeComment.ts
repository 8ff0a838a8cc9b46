// Comments after //, after # and between /* and */.
import { msg } from '../../i18n/message.ts'
import { defineFix } from '../defineFix.ts'
import { repairText } from '../repairSyntax.ts'
import { readSyntax } from '../syntax/readSyntax.ts'

export const fix = defineFix({
  id: 'removeComment',
  title: msg('Remove the comment'),
  order: 18,
  codes: ['comment'],
  safeForAll: true,
  drops: true,
  propose({ text }) {
    const { repairs, values } = readSyntax(text)
    const isWholeLine = repairs.length > 0 && repairs.every((one) => one.cause === 'comment')
    if (isWholeLine && values.length === 0 && repairText(text, ['comment'])?.trim() === '') {
      return { kind: 'delete' }
    }
    const repaired = repairText(text, ['comment'])
    return repaired?.trim() ? { kind: 'replace', text: repaired } : undefined
  },
  examples: [
    { code: 'comment', before: '{"a": 1} // note', after: ['{"a": 1}'] },
    {
      code: 'comment',
      before: '{"a": "http://b/#c" /* {x} */, /**/"d": 2} # e',
      after: ['{"a": "http://b/#c" , "d": 2}'],
    },
    { code: 'comment', before: '/* 註 */ {"a": "/* b */"}', after: ['{"a": "/* b */"}'] },
    { code: 'comment', before: '# {"a": 1}', after: [] },
    { code: 'comment', before: '// 😀', after: [] },
  ],
})
