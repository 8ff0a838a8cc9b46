/** How a line ends: bits of the flags that the scanner gives a line and the document reads. */
export const LINE_END_FLAGS = {
  /** The line ends with CR LF. */
  crlf: 1,
  /** The last line of the file, and no LF ends it. */
  noFinalLf: 2,
} as const
