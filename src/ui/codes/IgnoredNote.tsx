// Says where lines are sent or written that some findings of them are ignored.
import type { JSX } from 'react'
import type { DocumentFacts } from '../../contracts/documentApi.ts'
import { listOf, msg } from '../../i18n/message.ts'
import { useTranslator } from '../../state/language.ts'
import styles from './IgnoredNote.module.css'

/** Codes that are named. */
const MAX_NAMED = 3

export interface IgnoredNoteProps {
  readonly facts: Pick<DocumentFacts, 'ignored'>
}

/** Nothing where no finding of the document is ignored. */
export function IgnoredNote({ facts }: IgnoredNoteProps): JSX.Element | null {
  const { t } = useTranslator()
  const found = facts.ignored.filter(({ count }) => count > 0)
  if (found.length === 0) return null
  const named = found.slice(0, MAX_NAMED).map(({ code, title }) => title ?? code)
  const others = found.length - named.length
  const titles = listOf(
    others > 0
      ? [...named, msg('{others, plural, one {# other} other {# others}}', { others })]
      : named,
    'and',
  )
  return (
    <p className={styles['note']}>
      {t(
        msg(
          '{count, plural, one {# code is ignored and counts for nothing here: {titles}} other {# codes are ignored and count for nothing here: {titles}}}.',
          { count: found.length, titles },
        ),
      )}
    </p>
  )
}
