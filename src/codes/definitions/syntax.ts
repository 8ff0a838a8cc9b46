// What makes a line no JSON text.
import { msg } from '../../i18n/message.ts'
import type { CodeEntries } from '../codeEntry.ts'
import { STOPS_READERS } from '../consequences.ts'
import { JSON_LINES, rfc, rfc8259, source, tried } from '../sources.ts'

export const entries: CodeEntries = {
  'blank-line': {
    meaning: msg('The line holds no value: it is empty, or has nothing but spaces.'),
    matters: msg(
      'pandas, jq and vLLM skip such a line; Python’s json, JavaScript’s JSON.parse and some batch services refuse it.',
    ),
    remedy: msg(
      'Delete the line. A single line feed at the end of the file makes no blank line and may stay.',
    ),
    source: tried('2026-11-26'),
  },
  'trailing-comma': {
    meaning: msg(
      'A comma stands after the last member of an object or the last element of an array.',
    ),
    matters: STOPS_READERS,
    remedy: msg('Remove the comma.'),
    source: rfc8259('4'),
  },
  'missing-comma': {
    meaning: msg('Two members or elements follow each other without a comma between them.'),
    matters: STOPS_READERS,
    remedy: msg('Put a comma between them.'),
    source: rfc8259('4'),
  },
  'missing-colon': {
    meaning: msg('A key is not followed by a colon.'),
    matters: STOPS_READERS,
    remedy: msg('Put a colon between the key and its value, or remove the key.'),
    source: rfc8259('4'),
  },
  'missing-value': {
    meaning: msg('There is nothing where a value belongs: after a colon, or between two commas.'),
    matters: STOPS_READERS,
    remedy: msg('Add the value, or remove the key or the comma.'),
    source: rfc8259('3'),
  },
  'unquoted-key': {
    meaning: msg('A key stands without quotes, as JavaScript allows it and JSON does not.'),
    matters: STOPS_READERS,
    remedy: msg('Put the key into double quotes.'),
    source: rfc8259('4'),
  },
  'unquoted-string': {
    meaning: msg('A word stands without quotes where a value belongs.'),
    matters: STOPS_READERS,
    remedy: msg('Put the text into double quotes.'),
    source: rfc8259('7'),
  },
  'single-quotes': {
    meaning: msg('A string or key is in single quotes, as Python prints it.'),
    matters: STOPS_READERS,
    remedy: msg(
      'Use double quotes. In Python write the line with json.dumps() and not with str().',
    ),
    source: rfc8259('7'),
  },
  'unterminated-string': {
    meaning: msg(
      'A string begins and has no closing quote on the line. Often a line break stands in the text as it is.',
    ),
    matters: STOPS_READERS,
    remedy: msg('Add the closing quote, and write a line break inside a text as \\n.'),
    source: rfc8259('7'),
  },
  'unescaped-quote': {
    meaning: msg('A quote that belongs to the text of a string ends the string.'),
    matters: STOPS_READERS,
    remedy: msg('Write a quote inside a string as \\".'),
    source: rfc8259('7'),
  },
  'bad-escape': {
    meaning: msg('A backslash is followed by something that is no escape of JSON.'),
    matters: STOPS_READERS,
    remedy: msg('Write a backslash itself as \\\\, as in Windows paths and regular expressions.'),
    source: rfc8259('7'),
  },
  'control-character': {
    meaning: msg('A character below U+0020, such as a tab, stands in the line as it is.'),
    matters: STOPS_READERS,
    remedy: msg('Inside a string write it as an escape, such as \\t. Elsewhere remove it.'),
    source: rfc8259('7'),
  },
  'bad-number': {
    meaning: msg(
      'A number is not written as JSON writes numbers: it has a leading zero or plus sign, no digit before or after the point, or another base.',
    ),
    matters: STOPS_READERS,
    remedy: msg('Write it in decimal, such as 0.5, or as a string if the digits are a name.'),
    source: rfc8259('6'),
  },
  'python-literal': {
    meaning: msg('True, False or None stands there, as Python prints them.'),
    matters: STOPS_READERS,
    remedy: msg(
      'Write true, false or null. In Python write the line with json.dumps() and not with str().',
    ),
    source: rfc8259('3'),
  },
  'javascript-literal': {
    meaning: msg(
      'undefined, NaN or Infinity stands there. JSON has none of them, though Python’s json.dumps() writes NaN.',
    ),
    matters: STOPS_READERS,
    remedy: msg(
      'Write null or a number, or leave the key out. json.dumps(…, allow_nan=False) finds the place.',
    ),
    source: rfc8259('6'),
  },
  comment: {
    meaning: msg('A comment stands in the line. JSON has none.'),
    matters: STOPS_READERS,
    remedy: msg('Remove the comment.'),
    source: rfc8259('2'),
  },
  'smart-quotes': {
    meaning: msg(
      'A typographic quote stands where a plain one belongs. Word processors and chat windows put them in.',
    ),
    matters: STOPS_READERS,
    remedy: msg('Use the plain quote "; inside of texts typographic quotes may stay.'),
    source: rfc8259('7'),
  },
  'unclosed-bracket': {
    meaning: msg('An object or array is open at the end of the line.'),
    matters: STOPS_READERS,
    remedy: msg('Close it, or complete what is missing.'),
    source: rfc8259('2'),
  },
  'unopened-bracket': {
    meaning: msg('A bracket closes nothing.'),
    matters: STOPS_READERS,
    remedy: msg('Remove the bracket, or add the one that opens it.'),
    source: rfc8259('2'),
  },
  'mismatched-bracket': {
    meaning: msg('A bracket of the wrong kind closes an object or array.'),
    matters: STOPS_READERS,
    remedy: msg('Objects end with }, arrays with ].'),
    source: rfc8259('2'),
  },
  'truncated-line': {
    meaning: msg(
      'The file ends inside of this record, most likely because writing or copying it was cut off.',
    ),
    matters: STOPS_READERS,
    remedy: msg('Get the file again, complete the line, or delete it.'),
    source: rfc8259('2'),
  },
  'two-values': {
    meaning: msg('A second value follows the first on the same line.'),
    matters: STOPS_READERS,
    remedy: msg('Put each value on a line of its own.'),
    source: JSON_LINES,
  },
  'text-before': {
    meaning: msg(
      'Something that is not JSON stands before the value, such as a time or a prefix of a log.',
    ),
    matters: STOPS_READERS,
    remedy: msg('Remove what stands before the value.'),
    source: rfc8259('2'),
  },
  'text-after': {
    meaning: msg('Something follows the complete value.'),
    matters: STOPS_READERS,
    remedy: msg('Remove it, or put it on a line of its own if it is a record.'),
    source: rfc8259('2'),
  },
  'invalid-utf8': {
    meaning: msg(
      'The line holds bytes that are not UTF-8. Most likely it was saved in an older encoding.',
    ),
    matters: msg(
      'OpenAI refuses a file that is not UTF-8 when it is uploaded, and other readers stop or put wrong characters there.',
    ),
    remedy: msg('Save the file as UTF-8, or convert it here.'),
    source: rfc8259('8.1'),
  },
  'nul-byte': {
    meaning: msg(
      'A NUL byte (0x00) stands in the line, as is left when a disk or program failed while writing.',
    ),
    matters: STOPS_READERS,
    remedy: msg('Remove it, and check whether something is missing around it.'),
    source: rfc8259('7'),
  },
  bom: {
    meaning: msg(
      'An invisible byte order mark (U+FEFF) stands before the value. Windows programs write it at the start of files.',
    ),
    matters: msg(
      'OpenAI was seen to refuse the first line for it, and Azure says that it does; Python’s json, pandas and JSON.parse do so, too.',
    ),
    remedy: msg('Remove the mark: save the file as UTF-8 without BOM.'),
    source: rfc8259('8.1'),
  },
  'too-deep': {
    meaning: msg('Objects and arrays are nested more than 1,024 deep.'),
    matters: msg('Most readers refuse such a line so that it cannot exhaust their memory.'),
    remedy: msg('Nest the data less.'),
    source: rfc8259('9'),
  },
  'record-separator': {
    meaning: msg('The byte 0x1E stands before the value, as in JSON text sequences.'),
    matters: STOPS_READERS,
    remedy: msg('Remove the byte from each line.'),
    source: rfc('7464', '2.2', '2015-02'),
  },
  'conflict-marker': {
    meaning: msg('Git left this line where two versions of the file differ.'),
    matters: STOPS_READERS,
    remedy: msg('Choose one of the versions and delete the lines of the marker.'),
    source: source(msg('Git, git-merge'), 'https://git-scm.com/docs/git-merge', '2026-11-26'),
  },
  'unexpected-character': {
    meaning: msg('A character stands there that JSON does not allow in this place.'),
    matters: STOPS_READERS,
    remedy: msg('Remove it, or put it into quotes if it belongs to a text.'),
    source: rfc8259('2'),
  },
  'cut-record': {
    meaning: msg('The record is cut off in the middle, and the next line begins another.'),
    matters: STOPS_READERS,
    remedy: msg('Complete the line, or delete it.'),
    source: rfc8259('2'),
  },
  'unfinished-record': {
    meaning: msg(
      'The record is cut off, and a whole one follows it on the same line. This happens when a program is stopped and goes on writing later.',
    ),
    matters: STOPS_READERS,
    remedy: msg('Keep the whole record, or put each on a line of its own.'),
    source: JSON_LINES,
  },
  'plain-text': {
    meaning: msg('The line is plain text, such as a heading or a message of a program.'),
    matters: STOPS_READERS,
    remedy: msg('Delete the line, or write it as a JSON object.'),
    source: JSON_LINES,
  },
  'record-over-lines': {
    meaning: msg(
      'One record stands on several lines: a text in it holds a line break, or it is pretty-printed.',
    ),
    matters: msg(
      'JSON Lines take each record on one line, so every one of these lines is unreadable by itself.',
    ),
    remedy: msg('Join the lines into one; a line break inside a text is written as \\n.'),
    source: JSON_LINES,
  },
}
