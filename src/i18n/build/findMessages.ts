// The messages that a source file makes: the calls of `msg`, found in its syntax tree.
import { parseSync } from 'vite'

export interface FoundMessage {
  /** The literal's text: ICU MessageFormat. */
  readonly text: string
  /** Of the literal, in code units. */
  readonly start: number
  readonly end: number
}

/** `path` tells the language. Throws where `msg` is called with something other than a literal. */
export function findMessages(path: string, code: string): readonly FoundMessage[] {
  if (!/\bmsg\(/.test(code)) return []
  const found: FoundMessage[] = []
  walk(parseSync(path, code).program, (node) => {
    if (node['type'] !== 'CallExpression') return
    const { callee, arguments: given } = node as unknown as CallNode
    if (callee.type !== 'Identifier' || callee.name !== 'msg') return
    const [literal] = given
    const text = literal && textOf(literal)
    if (!literal || text === undefined) {
      throw new Error(`${path}: msg needs a literal, at ${code.slice(node.start, node.start + 60)}`)
    }
    found.push({ text, start: literal.start, end: literal.end })
  })
  return found
}

export interface SyntaxNode {
  readonly type: string
  readonly start: number
  readonly end: number
  readonly [key: string]: unknown
}

interface CallNode {
  readonly callee: { readonly type: string; readonly name?: string }
  readonly arguments: readonly SyntaxNode[]
}

/** The text of a string, or of a template without expressions. */
export function textOf(node: SyntaxNode): string | undefined {
  if (node.type === 'Literal') {
    return typeof node['value'] === 'string' ? node['value'] : undefined
  }
  if (node.type !== 'TemplateLiteral') return undefined
  const quasis = node['quasis'] as readonly { readonly value: { readonly cooked: string } }[]
  return quasis.length === 1 ? quasis[0]?.value.cooked : undefined
}

/** Calls `visit` for every node, a parent before its children; not for these when it returns false. */
export function walk(
  node: unknown,
  visit: (node: SyntaxNode, parents: readonly SyntaxNode[]) => boolean | void,
  parents: readonly SyntaxNode[] = [],
): void {
  if (Array.isArray(node)) {
    for (const each of node) walk(each, visit, parents)
    return
  }
  if (typeof node !== 'object' || node === null) return
  const isNode = 'type' in node && typeof node.type === 'string'
  if (isNode && visit(node as SyntaxNode, parents) === false) return
  const inside = isNode ? [...parents, node as SyntaxNode] : parents
  for (const child of Object.values(node)) {
    if (typeof child === 'object' && child !== null) walk(child, visit, inside)
  }
}
