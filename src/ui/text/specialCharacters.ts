// Characters that would not be seen in the editor: a sign stands for each, and says which one it is.
import type { Extension } from '@codemirror/state'
import { highlightSpecialChars } from '@codemirror/view'
import { type Message, msg, verbatim } from '../../i18n/message.ts'
import type { Translator } from '../../i18n/translator.ts'

const names: Readonly<Record<number, Message>> = {
  0x00: msg('null character'),
  0x07: msg('bell character'),
  0x08: msg('backspace character'),
  0x0a: msg('line feed'),
  0x0b: msg('vertical tab'),
  0x0c: msg('form feed'),
  0x0d: msg('carriage return'),
  0x1b: msg('escape character'),
  0x7f: msg('delete character'),
  0xad: msg('soft hyphen'),
  0x200b: msg('zero width space'),
  0x200e: msg('left-to-right mark'),
  0x200f: msg('right-to-left mark'),
  0x2028: msg('line separator'),
  0x2029: msg('paragraph separator'),
  0x202d: msg('left-to-right override'),
  0x202e: msg('right-to-left override'),
  0x2066: msg('left-to-right isolate'),
  0x2067: msg('right-to-left isolate'),
  0x2069: msg('pop directional isolate'),
  0xfeff: msg('byte order mark'),
  0xfffc: msg('object replacement character'),
}

export function specialCharacters({ t }: Translator): Extension {
  return highlightSpecialChars({
    render: (code, _description, sign) => {
      const span = document.createElement('span')
      const name = t(nameOf(code))
      span.textContent = sign ?? ''
      span.title = name
      span.setAttribute('aria-label', name)
      span.className = 'cm-specialChar'
      return span
    },
  })
}

/** 'zero width space (U+200B)'. */
function nameOf(code: number): Message {
  const point = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
  const name = names[code]
  return name ? msg('{name} ({code})', { name, code: point }) : verbatim(point)
}
