// Whether a zip is a document of an office program, of which the single files are of use to nobody.

/** APPNOTE.TXT 4.3.7: where the name of the first file stands in the head, which ends with it. */
const NAME_AT = 30
/** Bytes: of the longest mark below. */
const MARK_LENGTH = 64

/**
 * How the first file begins. Office Open XML (ECMA-376, part 2): Excel writes the types first, openpyxl the
 * properties, LibreOffice the relations, XlsxWriter a sheet. OpenDocument 1.3, part 2, 3.3: its type, not compressed.
 */
const FIRST_FILE =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|docProps\/|xl\/(?:workbook|worksheets\/|_rels\/)|mimetypeapplication\/vnd\.oasis\.opendocument)/

const ascii = new TextDecoder('windows-1252')

/** `head`: the first bytes of a zip. */
export function isOfficeZip(head: Uint8Array): boolean {
  return FIRST_FILE.test(ascii.decode(head.subarray(NAME_AT, NAME_AT + MARK_LENGTH)))
}
