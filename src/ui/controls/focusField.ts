// The fields and parts of the page that keys and commands lead to, by their ids, and the way back.

export const SEARCH_ID = 'search-lines'

export const PAIR_SEARCH_ID = 'search-pairs'

export const GO_TO_LINE_ID = 'go-to-line'

export const RUN_BUTTON_ID = 'run-batch'

export const RUN_PANEL_ID = 'run-panel'

/** Puts the focus into the search and selects what is in it, for Ctrl+F. */
export function focusSearch(): void {
  focusInput(SEARCH_ID)
}

/** The same in the table of pairs. */
export function focusPairSearch(): void {
  focusInput(PAIR_SEARCH_ID)
}

/** Puts the focus into 'Go to line', for Ctrl+G. */
export function focusGoToLine(): void {
  focusInput(GO_TO_LINE_ID)
}

/** Puts the focus on the row that the keyboard is on, in the table that is shown. */
export function focusTable(): void {
  const grids = [...document.querySelectorAll<HTMLElement>('[role=grid]')]
  // The lines of a document stay in the page, hidden, while a pairing is shown.
  const grid = grids.find((one) => one.checkVisibility())
  // Rows rove; the grid has other stops, such as the edges of its columns.
  const target = grid?.querySelector<HTMLElement>('[role=row][tabindex="0"]') ?? grid
  target?.focus({ preventScroll: true })
}

/** Whether what has the focus is in the panel beside the table. */
export function isInSidePanel(): boolean {
  const focused = document.activeElement
  return focused !== null && focused.closest('[data-side-panel]') !== null
}

/** Puts the focus on the panel that runs batches; the next Tab goes into it. */
export function focusRunPanel(): void {
  document.getElementById(RUN_PANEL_ID)?.focus()
}

/** Gives the focus back to the button that opens that panel; to the table where there is none. */
export function focusRunButton(): void {
  const button = document.getElementById(RUN_BUTTON_ID)
  if (button?.checkVisibility()) button.focus()
  else focusTable()
}

function focusInput(id: string): void {
  const input = document.getElementById(id)
  if (!(input instanceof HTMLInputElement)) return
  input.focus()
  input.select()
}
