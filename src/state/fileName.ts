// Names of files as they may be shown. A name can hold any character, and some turn the text around it
// about or are not seen.

// C0 and C1 controls, and the format characters that hide or reorder text: zero width, directional marks,
// embeddings, overrides and isolates, line separators, BOM.
const HIDDEN =
  // oxlint-disable-next-line eslint/no-control-regex
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g

/** With `_` for every character that is not seen or reorders others, as browsers name downloads. */
export function visibleFileName(name: string): string {
  return name.replaceAll(HIDDEN, '_')
}
