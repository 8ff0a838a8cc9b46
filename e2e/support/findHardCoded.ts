// With the pseudo-language on: words that do not come from a message, and messages that are cut.
import type { Page } from '@playwright/test'

/** One sentence per problem. `own`: texts of the opened files, which are the same in every language. */
export async function findHardCoded(
  page: Page,
  own: readonly string[],
): Promise<readonly string[]> {
  return page.evaluate(findProblems, [...own])
}

/** Runs in the page: it may use nothing from outside itself. */
function findProblems(own: readonly string[]): string[] {
  /** Lines of the file, the editor, and what is a text of the file by its element. */
  const OF_THE_FILE =
    '[role=gridcell], .cm-editor, code, pre, bdi, [translate=no], [role=tab], kbd, noscript'
  /** The product's name, units, and names of languages in their own words. */
  const SAME_EVERYWHERE =
    /^(Lineproof|English|繁體中文|Pseudo|JSON|JSONL|JSON Lines|CSV|TSV|URL|GB|MB|kB|Ctrl|Shift|Esc|OpenAI|curl)$/
  /** Fractions of a pixel are rounding. */
  const SLACK = 1

  const problems: string[] = []
  const isShown = (element: Element): boolean => {
    const { width, height } = element.getBoundingClientRect()
    if (width <= SLACK || height <= SLACK) return false
    return element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
  }
  const isOwn = (text: string): boolean => own.some((each) => each.includes(text))
  /** A name of a file that would be written, or a code of ours. */
  const isName = (text: string): boolean =>
    /^(\S+\.(jsonl|csv|md)|http_\d+|[a-z]+(_[a-z]+)+)$/.test(text)
  /** As the browser writes it, of whose words none are ours. */
  const isDate = (text: string): boolean =>
    /^[A-Z][a-z]{2} \d{1,2}, \d{4}(, \d{1,2}:\d{2}\s[AP]M)?$/.test(text)
  /** In brackets, as every message is, with its keys behind; values inside may be anything. */
  const isMessage = (text: string): boolean => /^\[.*\]( \([^)]*\))?$/s.test(text)

  function lookAt(text: string, where: string): void {
    if (isMessage(text.trim())) return
    for (const line of text.split('\n')) {
      const words = line.trim()
      if (!/[A-Za-z]{3}/.test(words) || isMessage(words) || SAME_EVERYWHERE.test(words)) continue
      const isData = (part: string) => isOwn(part) || isName(part) || isDate(part)
      if (isData(words) || words.split(' · ').every(isData)) continue
      problems.push(`${where} '${words.slice(0, 80)}' does not come from a message`)
    }
  }

  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const seen = new Set<Element>()
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement
    if (!parent || !/\S/.test(node.textContent ?? '')) continue
    if (parent.closest(OF_THE_FILE) || !isShown(parent)) continue
    if (!seen.has(parent)) {
      seen.add(parent)
      // A marked message is in several nodes: its element, or the one around it, has the brackets.
      const around = [parent, parent.parentElement].map((one) => one?.textContent?.trim() ?? '')
      if (!around.some(isMessage)) lookAt(node.textContent ?? '', 'the text')
    }
  }
  for (const element of document.querySelectorAll('[aria-label], [title], [placeholder]')) {
    if (element.closest(OF_THE_FILE) || !isShown(element)) continue
    for (const name of ['aria-label', 'title', 'placeholder']) {
      const text = element.getAttribute(name)
      if (text !== null) lookAt(text, `${name} of ${element.tagName.toLowerCase()}`)
    }
  }
  for (const element of seen) {
    const text = element.textContent?.trim() ?? ''
    if (!text.includes('·') || element.clientWidth === 0) continue
    const isClipped =
      element.scrollWidth > element.clientWidth + SLACK &&
      getComputedStyle(element).overflowX !== 'visible'
    if (isClipped)
      problems.push(
        `'${text.slice(0, 80)}' is cut by ${element.scrollWidth - element.clientWidth} px`,
      )
  }
  return problems
}
