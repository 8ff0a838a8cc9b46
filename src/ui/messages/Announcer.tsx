// Where screen readers hear what sighted people see happen: always there, since a live region that comes
// together with its text is not read by all of them.
import type { JSX } from 'react'
import { msg } from '../../i18n/message.ts'
import { useApp } from '../../state/hooks.ts'
import { useTranslator } from '../../state/language.ts'

export function Announcer(): JSX.Element {
  const { t } = useTranslator()
  const announcement = useApp((state) => state.announcement)
  // The same sentence twice is a change only when it is another text.
  const words = announcement && t(announcement.text)
  const text = words && (announcement.id % 2 === 0 ? words : `${words}\u00a0`)
  return (
    <div className="visuallyHidden" role="status" aria-label={t(msg('Announcements'))}>
      {text}
    </div>
  )
}
