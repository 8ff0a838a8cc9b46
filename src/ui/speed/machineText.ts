// On what it was measured.
import { type Message, msg } from '../../i18n/message.ts'
import { browserAndSystem } from '../../state/details/browserName.ts'

/** 'Firefox 153 on Linux, 2 cores'. */
export function machineText(userAgent: string, cores: number): Message {
  const { browser = msg('Unknown browser'), system } = browserAndSystem(userAgent)
  return system === undefined
    ? msg('{browser}, {cores, plural, one {# core} other {# cores}}', { browser, cores })
    : msg('{browser} on {system}, {cores, plural, one {# core} other {# cores}}', {
        browser,
        system,
        cores,
      })
}
