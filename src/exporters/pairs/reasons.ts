// Why rows are left out. Each completes "12 rows were left out: …"; rows are counted by these objects.
import { msg } from '../../i18n/message.ts'

export const BROKEN_REQUEST = msg('the line of the request is not valid JSON')
export const NO_TEXT_ID = msg('the request has no id that is text')
export const BROKEN_ANSWER = msg('the line of the answer is not valid JSON')
export const NO_ANSWER = msg('there is no answer')
export const REQUEST_FAILED = msg('the request failed')
export const NO_TEXT = msg('the answer has no text')
export const NO_SUCCESS = msg('there is no request with a successful answer')
export const NOT_USABLE = msg('the answer is not usable')
export const LINE_DELETED = msg('the line was deleted meanwhile')
export const GROUP_TOO_LARGE = msg('their group has more rows than a line of the file can hold')

/** For an answer that has other fields than when the columns were made. */
export const LINE_CHANGED = msg('the answer was changed while the file was written')

// Of training sets.
export const NO_CONVERSATION = msg('the request is no conversation')
export const NO_PLAIN_ANSWER = msg('the answer holds more than words and calls of functions')
export const KEPT_ELSEWHERE = msg('a part of the conversation is not in the request')
export const NOT_TRAINABLE = msg('the conversation holds what training files do not take')
export const NO_SUCH_TOOLS = msg('the tools have no form in training files')
