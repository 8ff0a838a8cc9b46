// What a journey needs of a browser, whichever protocol drives it.

/** Time for a browser to start on a busy machine, in milliseconds. */
export const START_TIMEOUT = 60_000

/** A browser that is running, of which each page has storage of its own. */
export interface Driver {
  /** As the browser names itself. */
  readonly version: string
  newPage(): Promise<DrivenPage>
  close(): Promise<void>
}

/** A page of it. Everything rejects when the browser is gone. */
export interface DrivenPage {
  /** Resolves when the page was loaded. */
  goto(url: string): Promise<void>
  /** What a function of the page's returns or resolves with. It sees its arguments and the page alone; both are JSON. */
  evaluate<Args extends readonly unknown[], Value>(
    run: (...args: Args) => Value | Promise<Value>,
    ...args: Args
  ): Promise<Value>
  /** Chooses files in the first input that matches, as a file dialog would. */
  setFiles(selector: string, paths: readonly string[]): Promise<void>
  /** Presses and releases the main button, in CSS pixels of the viewport. */
  click(x: number, y: number): Promise<void>
  /** Keys in the words of KeyboardEvent.key, with their modifiers before them: `['Control', 'z']`. */
  chord(keys: readonly string[]): Promise<void>
  /** The folder into which the page's downloads are written. */
  readonly downloads: string
  /** What the page threw, and what it asked other origins for, as far as the protocol tells. */
  readonly complaints: readonly string[]
  close(): Promise<void>
}

/** The source of a function that takes and gives JSON; both protocols carry texts alone without a loss. */
export function sourceOf(run: (...args: never[]) => unknown): string {
  return `async (json) => JSON.stringify({ value: await (${String(run)})(...JSON.parse(json)) })`
}

export function valueOf<Value>(json: string): Value {
  const { value }: { value?: Value } = JSON.parse(json)
  return value as Value
}

/** The code points by which WebDriver names keys that write nothing (WebDriver, 17.4.2, "normalised key value"). */
const KEY_CODES: Readonly<Record<string, string>> = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Escape: '\uE00C',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
}

/** The actions of a chord: pressed in order, released in the opposite one. */
export function chordActions(keys: readonly string[]): readonly object[] {
  const values = keys.map((key) => KEY_CODES[key] ?? key)
  const down = values.map((value) => ({ type: 'keyDown', value }))
  const up = values.toReversed().map((value) => ({ type: 'keyUp', value }))
  return [{ type: 'key', id: 'keyboard', actions: [...down, ...up] }]
}

export function clickActions(x: number, y: number): readonly object[] {
  const actions = [
    { type: 'pointerMove', x: Math.round(x), y: Math.round(y) },
    { type: 'pointerDown', button: 0 },
    { type: 'pointerUp', button: 0 },
  ]
  return [{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions }]
}
