// Above the table: lines that were appended to the file after it was read.
import type { JSX } from 'react'
import { type Message, msg } from '../../i18n/message.ts'
import { readMore } from '../../state/actions/attachFile.ts'
import { useTranslator } from '../../state/language.ts'
import { type MoreOfFile, updateDocument } from '../../state/store.ts'
import { Button } from '../controls/Button.tsx'
import { Notice } from '../controls/Notice.tsx'

export interface MoreNoticeProps {
  readonly docKey: string
  readonly name: string
  readonly more: MoreOfFile
}

export function MoreNotice({ docKey, name, more }: MoreNoticeProps): JSX.Element {
  const { t } = useTranslator()
  const { lines } = more
  return (
    <Notice text={t(textOf(more, name))} isMild>
      <Button look="primary" onClick={() => void readMore(docKey)}>
        {lines > 0
          ? t(
              msg('{lines, plural, one {# more line: read it} other {# more lines: read them}}', {
                lines,
              }),
            )
          : t(msg('Read again'))}
      </Button>
      <Button onClick={() => updateDocument(docKey, { more: { ...more, isNoticed: true } })}>
        {t(msg('Not now'))}
      </Button>
    </Notice>
  )
}

function textOf({ lines, goesOn }: MoreOfFile, name: string): Message {
  if (goesOn) {
    return msg(
      'Something was appended to {name}, whose last line was not whole. Edits stay, unless they are of that line: then you see them.',
      { name },
    )
  }
  return lines > 0
    ? msg('Lines were appended to {name}. Edits stay.', { name })
    : msg('Something was appended to {name}, and no further line. Edits stay.', { name })
}
