// What users see comes from a message. Types hold most places to that, since contracts and stores take
// messages; this looks at the places that take any string.
import { parseSync } from 'vite'
import { expect, test } from 'vitest'
import { type SyntaxNode, textOf, walk } from './build/findMessages.ts'
import { productSources, type SourceFile } from './testing/productSources.ts'

/** Attributes that are shown or read out. Others, such as class names and keys, are not for people. */
const SHOWN_ATTRIBUTES =
  /^(title|label|hint|alt|placeholder|summary|text|words|name|value|aria-(label|description|roledescription|valuetext|placeholder))$/

/** Texts that are the same in every language, with why. */
const SAME_EVERYWHERE: readonly RegExp[] = [
  // No letters: signs, numbers, arrows.
  /^[^\p{L}]*$/u,
  // The product's name.
  /^Lineproof$/,
  // Match case, as every editor has it.
  /^Aa$/,
  // A key or a button of the keyboard, as it is written on it.
  /^(Ctrl|Shift|Alt|Enter|Esc|Escape|Tab|F\d+)$/,
]

test('text and attributes of components come from messages', () => {
  const found = productSources()
    .filter(({ path }) => path.endsWith('.tsx'))
    .flatMap((file) => shownLiterals(file))
  expect(found).toEqual([])
})

test('sentences in the code are messages', () => {
  const found = productSources().flatMap((file) => sentences(file))
  expect(found).toEqual([])
})

function shownLiterals({ path, code }: SourceFile): string[] {
  const found: string[] = []
  const tell = (node: SyntaxNode, text: string): void => {
    if (SAME_EVERYWHERE.some((same) => same.test(text.trim()))) return
    found.push(`${path}:${lineOf(code, node)} ${JSON.stringify(text.trim())}`)
  }
  walk(parseSync(path, code).program, (node, parents) => {
    if (node.type === 'JSXText') tell(node, String(node['value']))
    if (node.type === 'CallExpression') return false
    const text = literalText(node)
    if (text === undefined) return undefined
    const place = placeOf(parents)
    if (place === 'child' || (typeof place === 'object' && isShown(place))) tell(node, text)
    return undefined
  })
  return found
}

/** Where a literal comes to stand: among the children of an element, in an attribute, or elsewhere. */
function placeOf(parents: readonly SyntaxNode[]): 'child' | { attribute: string } | undefined {
  for (const parent of [...parents].reverse()) {
    switch (parent.type) {
      case 'ConditionalExpression':
      case 'LogicalExpression':
      case 'ParenthesizedExpression':
      case 'TemplateLiteral':
      case 'JSXExpressionContainer':
        continue
      case 'JSXAttribute':
        return { attribute: attributeName(parent) }
      case 'JSXElement':
      case 'JSXFragment':
        return 'child'
      default:
        return undefined
    }
  }
  return undefined
}

function attributeName(node: SyntaxNode): string {
  return (node['name'] as { readonly name: string }).name
}

function isShown({ attribute }: { readonly attribute: string }): boolean {
  return SHOWN_ATTRIBUTES.test(attribute)
}

/** Words with spaces between them that begin as a sentence does. */
const SENTENCE = /^\p{Lu}[\p{L}’']*(?: [\p{L}’'‘“"(\d][^\n]*)+$/u

/** Where sentences are not for users, or are not ours; by a part of the path. */
const NO_WORDS: Readonly<Record<string, string>> = {
  'benchmark/': 'made-up lines for measuring',
  xamples: 'lines of files, as people have them',
  'ui/speed/markdownReport.ts': 'a report for developers, in English in every language',
  'document/saved/entryFile.ts': 'the first bytes of a file',
  'ui/text/createLineView.ts': 'the names of phrases of the editor, which are translated there',
  'state/details/': 'a report for developers, in English in every language',
}

function sentences({ path, code }: SourceFile): string[] {
  if (Object.keys(NO_WORDS).some((part) => path.includes(part))) return []
  const found: string[] = []
  walk(parseSync(path, code).program, (node, parents) => {
    if (node.type === 'ThrowStatement' || node.type.startsWith('TS')) {
      return node.type === 'TSAsExpression' || node.type === 'TSSatisfiesExpression'
    }
    if (node.type === 'ImportDeclaration' || isExampleProperty(node)) return false
    if (node.type === 'CallExpression' && isSilentCall(node)) return false
    const text = literalText(node)
    if (text !== undefined && SENTENCE.test(text) && !isPartOfPath(parents)) {
      found.push(`${path}:${lineOf(code, node)} ${JSON.stringify(text)}`)
    }
    return undefined
  })
  return found
}

/** `msg` has its own check, `verbatim` is the same in every language; assertions and errors tell developers, not users. */
function isSilentCall({ callee }: SyntaxNode): boolean {
  const name = (callee as SyntaxNode)['name']
  return (
    name === 'msg' ||
    name === 'verbatim' ||
    name === 'assert' ||
    name === 'present' ||
    name === 'unreachable'
  )
}

function isExampleProperty(node: SyntaxNode): boolean {
  if (node.type !== 'Property') return false
  const key = node['key'] as { readonly name?: string }
  return key.name === 'examples'
}

function isPartOfPath(parents: readonly SyntaxNode[]): boolean {
  return parents.at(-1)?.type === 'NewExpression'
}

function literalText(node: SyntaxNode): string | undefined {
  if (node.type === 'TemplateLiteral' && textOf(node) === undefined) {
    const quasis = node['quasis'] as readonly { readonly value: { readonly cooked: string } }[]
    return quasis.map(({ value }) => value.cooked).join('{}')
  }
  return textOf(node)
}

function lineOf(code: string, { start }: SyntaxNode): number {
  return code.slice(0, start).split('\n').length
}
