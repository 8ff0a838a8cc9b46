// Fixes of findings about the file as a whole: changes of the document that touch no line's content.
import { missingFinalNewline } from '../diagnostics/fileCodes.ts'
import type { ChangeBuilder } from '../document/changeBuilder.ts'
import { type Message, msg } from '../i18n/message.ts'

interface FileFix {
  readonly title: Message
  readonly apply: (change: ChangeBuilder) => void
}

const lineFeedOnly: FileFix = {
  title: msg('Use LF everywhere'),
  apply: (change) => change.setLineEnds('lf'),
}

/** By the code of the finding that they fix. */
export const FILE_FIXES: Readonly<Record<string, FileFix>> = {
  crlf: lineFeedOnly,
  'mixed-line-ends': lineFeedOnly,
  [missingFinalNewline.code]: {
    title: msg('Add a final newline'),
    apply: (change) => change.setFinalNewline('add'),
  },
}
