import { describe, expect, it } from 'vitest'
import { textKindOf } from './textKind.ts'

const KINDS: readonly (readonly [string, string])[] = [
  ['csv', 'id,prompt,answer\n1,"What, then?",yes\n2,Why,no\n3,"a\nb",c\n'],
  ['csv', 'name;city\nAnna;Oslo\nBo;Rome\n'],
  ['csv', 'id,meta\n1,"{""a"":1}"\n2,"{""a"":2}"\n3,"{""a"":3}"\n'],
  ['csv', '1,2,3,4\n5,6,7,8\n9,10,11,12\n'],
  ['tsv', 'id\tprompt\n1\tHi, you\n2\tWhy?\n'],
  [
    'log',
    '2026-01-31 10:00:00 INFO started\n2026-01-31 10:00:01 WARN slow\n2026-01-31 10:00:02 ERROR lost\n',
  ],
  ['log', '[2026-01-31 10:00:00] a\n[2026-01-31 10:00:01] b\n[2026-01-31 10:00:02] c\n'],
  [
    'log',
    '2026-01-31 10:00:00,123 INFO a\n2026-01-31 10:00:01,5 WARN b, c\n2026-01-31 10:00:02,9 a\n',
  ],
  ['csv', '2026-01-31 10:00:00,1,2,x\n2026-01-31 10:00:01,3,4,y\n2026-01-31 10:00:02,5,6,z\n'],
  ['csv', 'id,name,meta\n1,a,{"x":1}\n2,b,{"x":2}\n3,c,{"x":3}\n'],
  ['log', 'INFO one\nWARN two\nDEBUG three\n'],
  ['yaml', '---\nname: a\nitems:\n  - b\n---\nname: c\n'],
  ['yaml', 'services:\n  web:\n    image: x\n    ports:\n      - "80:80"\n'],
  ['html', '<!DOCTYPE html>\n<html><body>Log in</body></html>\n'],
  ['html', '<html>\n'],
  ['xml', '<?xml version="1.0"?>\n<Error><Code>AccessDenied</Code></Error>\n'],
  ['sql', 'CREATE TABLE t (a int);\nINSERT INTO t VALUES (1);\nINSERT INTO t VALUES (2);\n'],
  ['event-stream', 'data: {"id":1}\n\ndata: {"id":2}\n\ndata: [DONE]\n\n'],
  ['event-stream', 'event: delta\ndata: {"id":1}\n\n: ping\n\nevent: stop\ndata: {}\n'],
  [
    'plain-text',
    'Write a poem about tea, please.\nWhat is 2 + 2?\nTranslate: Hello\nUser: hi\nSum up the news.\n',
  ],
  ['plain-text', '寫一首詩\n第二行\n第三行\n第四行\n第五行\n'],
]

describe('what is in a file instead of JSON', () => {
  it.each(KINDS)('%s', (kind, text) => {
    expect(textKindOf(text, true)).toBe(kind)
    expect(textKindOf(text.replaceAll('\n', '\r\n'), true)).toBe(kind)
  })

  it.each([
    ['nothing', '\n\n'],
    ['lines', '{"a":1}\n{"a":2}\n'],
    ['broken lines', '{a:1}\n{"a":2,}\n{\'a\':3}\n{"a":"b"c"}\n'],
    ['a word', 'hello\n'],
    ['numbers and words', '1\n"two"\n3.5\ntrue\nnull\n'],
    ['arrays', '["a","b"]\n[1, 2]\n[[1],[2]]\n'],
    ['lines behind a prefix', '10:00 app | {"a":1}\n10:01 app | {"a":2}\n10:02 app | {"a":3}\n'],
    ['log lines that end in JSON', '10:00:01,5 a {"a":1,"b":2,"c":3,"d":4}\n'.repeat(4)],
    ['lines among words', 'npm WARN old\n{"a":1}\n2026-01-01 ERROR lost\n# note\nend\n'],
    ['lines in quotes of a CSV', '"{""a"":1}"\n"{""a"":2}"\n"{""a"":3}"\n'],
    ['parts of a pretty-printed value', '"a": 1,\n"b": [\n2\n],\n"c": 3\n}\n'],
  ])('none in %s', (_, text) => {
    expect(textKindOf(text, true)).toBeUndefined()
  })

  it('does not validator a line that goes on after the beginning', () => {
    expect(textKindOf(`a,b\n1,2\n3,4\n${'5,'.repeat(9)}`, false)).toBe('csv')
  })
})
