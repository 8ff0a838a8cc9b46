// What converting is called for a document: what is lines already is not converted to lines.
import { type Message, msg } from '../../i18n/message.ts'
import type { DocumentTab } from '../store.ts'

/** False as long as most lines are none, something says that the file is no lines, or nothing is known of it. */
export function isMadeOfLines({ facts }: Pick<DocumentTab, 'facts'>): boolean {
  return (
    facts !== undefined &&
    facts.lines > 0 &&
    facts.invalid * 2 <= facts.lines &&
    ![...facts.causes, ...facts.fileFindings].some(
      ({ offer }) => offer !== undefined && offer !== 'split',
    )
  )
}

export function convertLabel(isOfLines: boolean): Message {
  return isOfLines ? msg('Convert the lines') : msg('Convert to lines')
}
