// Why rows are left out. Each completes "12 rows were left out: …".

export const BROKEN_REQUEST = 'the line of the request is not valid JSON'
export const NO_TEXT_ID = 'the request has no id that is text'
export const BROKEN_ANSWER = 'the line of the answer is not valid JSON'
export const NO_ANSWER = 'there is no answer'
export const REQUEST_FAILED = 'the request failed'
export const NO_TEXT = 'the answer has no text'
export const NO_SUCCESS = 'there is no request with a successful answer'
export const NOT_USABLE = 'the answer is not usable'
export const LINE_DELETED = 'the line was deleted meanwhile'
export const GROUP_TOO_LARGE = 'their group has more rows than a line of the file can hold'

/** For an answer that has other fields than when the columns were made. */
export const LINE_CHANGED = 'the answer was changed while the file was written'
