// Lines of a stream of server-sent events: what stands after `data:` is kept, and the lines that are not
// data go. https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream
import { msg } from '../../i18n/message.ts'
import { defineFix } from '../defineFix.ts'

export const fix = defineFix({
  id: 'keepEventData',
  title: msg('Keep the data of the stream'),
  order: 2,
  codes: ['event-stream'],
  safeForAll: true,
  propose({ text }) {
    const data = /^data:\s*([{["\d-].*|true|false|null)$/s.exec(text.trimEnd())?.[1]
    if (data !== undefined && data !== '[DONE]') return { kind: 'replace', text: data }
    return NO_DATA.test(text) ? { kind: 'delete' } : undefined
  },
  examples: [
    { code: 'event-stream', before: 'data: {"a": "data: {"}', after: ['{"a": "data: {"}'] },
    { code: 'event-stream', before: 'data:[1.0, "問"] ', after: ['[1.0, "問"]'] },
    { code: 'event-stream', before: 'data: [DONE]', after: [] },
    { code: 'event-stream', before: 'event: message_start', after: [] },
    { code: 'event-stream', before: ': keep-alive', after: [] },
    { code: 'event-stream', before: '', after: [] },
  ],
})

/** Blank lines end an event, those with a colon in front are comments. */
const NO_DATA = /^\s*$|^(?:data:\s*(?:\[DONE\])?\s*$|(?:event|id|retry):|:)/
