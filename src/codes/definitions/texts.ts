// What is worth knowing about a valid line that its parsed value no longer shows.
import { msg } from '../../i18n/message.ts'
import type { CodeEntries } from '../codeEntry.ts'
import { rfc8259, source } from '../sources.ts'

export const entries: CodeEntries = {
  'duplicate-key': {
    meaning: msg('An object has the same key more than once.'),
    matters: msg(
      'Most readers take the last value and lose the others without a word; some refuse the line.',
    ),
    remedy: msg('Remove the values that do not count.'),
    source: rfc8259('4'),
  },
  'line-separator': {
    meaning: msg('The character U+2028 or U+2029 stands in a text as it is.'),
    matters: msg(
      'JSON allows it, but Python’s splitlines() and readers like it cut the line there.',
    ),
    remedy: msg('Write it as \\u2028 or \\u2029, which is the same text.'),
    source: source(
      msg('Python, str.splitlines'),
      'https://docs.python.org/3/library/stdtypes.html#str.splitlines',
      '2026-11-26',
    ),
  },
  'lone-surrogate': {
    meaning: msg(
      'An escape stands for half of a surrogate pair and its other half is missing, so it is no character. It is left when a text is cut between both.',
    ),
    matters: msg(
      'OpenAI’s API and many readers refuse such a text, since it cannot be written as UTF-8.',
    ),
    remedy: msg('Complete the pair, or write \\ufffd in its place.'),
    source: rfc8259('8.2'),
  },
  'inexact-number': {
    meaning: msg('A number has more digits than most readers keep.'),
    matters: msg(
      'JavaScript and others round it to the nearest double, so an id becomes another one.',
    ),
    remedy: msg('Write it as a string if every digit counts.'),
    source: rfc8259('6'),
  },
  'inexact-integer': {
    meaning: msg('An integer is beyond what a double holds exactly, which is 2^53.'),
    matters: msg(
      'JavaScript and jq round it, so an id becomes another one; Python keeps every digit.',
    ),
    remedy: msg('Write it as a string if every digit counts.'),
    source: rfc8259('6'),
  },
  'number-out-of-range': {
    meaning: msg('A number is so large that programs read infinity, or so small that they read 0.'),
    matters: msg(
      'It is lost: JavaScript writes null in its place, and Python writes Infinity, which is no JSON.',
    ),
    remedy: msg('Write a number of a usual size, or a string.'),
    source: rfc8259('6'),
  },
  'padded-key': {
    meaning: msg('A key begins or ends with a space or other white space.'),
    matters: msg('For a program it is another key, and the one that was meant is missing.'),
    remedy: msg('Remove the white space, here or in the program that writes the lines.'),
    source: rfc8259('8.3'),
  },
}
