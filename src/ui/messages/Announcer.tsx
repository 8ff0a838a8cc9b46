// Where screen readers hear what sighted people see happen: always there, since a live region that comes
// together with its text is not read by all of them.
import type { JSX } from 'react'
import { useApp } from '../../state/hooks.ts'

export function Announcer(): JSX.Element {
  const announcement = useApp((state) => state.announcement)
  // The same sentence twice is a change only when it is another text.
  const text =
    announcement && (announcement.id % 2 === 0 ? announcement.text : `${announcement.text}\u00a0`)
  return (
    <div className="visuallyHidden" role="status" aria-label="Announcements">
      {text}
    </div>
  )
}
