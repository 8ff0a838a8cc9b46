// A time of the last days as people say it: 'yesterday 18:02'.
import { useState } from 'react'
import { addDays, dayOf } from '../../base/calendarDay.ts'
import { type Message, msg } from '../../i18n/message.ts'
import { useTranslator } from '../../state/language.ts'

/** `at`: milliseconds since 1970. */
export function useWhen(at: number): Message {
  const { date } = useTranslator()
  const [now] = useState(() => Date.now())
  const time = date(at, { timeStyle: 'short' })
  const day = dayOf(at)
  const today = dayOf(now)
  if (day === today) return msg('today {time}', { time })
  if (day === addDays(today, -1)) return msg('yesterday {time}', { time })
  return msg('{date} {time}', { date: date(at, { dateStyle: 'medium' }), time })
}
