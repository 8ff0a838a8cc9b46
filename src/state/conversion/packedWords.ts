// What is said of files that are packed, whether they are unpacked or converted.
import { type Message, msg, sentences } from '../../i18n/message.ts'
import { askFirst } from '../actions/dialogs.ts'
import { visibleFileName } from '../fileName.ts'

/** Before more is unpacked than is usual. `name`: of the container; `reason`: how much it is. */
export function askAboutSize(name: string, reason: Message, run: () => void): void {
  askFirst({
    title: msg('Unpack all of {name}?', { name: visibleFileName(name) }),
    text: sentences(reason, msg('It may have been made to fill the disk.')),
    confirmLabel: msg('Unpack all of it'),
    keepLabel: msg('Do not unpack it'),
    run,
  })
}

export function notWhole(name: string, problem: Message): Message {
  return msg('{name} is not whole. {problem} What was unpacked until there is shown.', {
    name,
    problem,
  })
}
