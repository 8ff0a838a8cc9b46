// For tests: the values that OpenAI's SDK for TypeScript gives a type or a property, from its declarations.

/** `name` as `ReasoningEffort` or `Tool.Mcp.connector_id`. Throws where there is no such declaration. */
export function valuesOf(declarations: string, name: string): readonly string[] {
  const steps = name.split('.')
  const last = steps.pop() as string
  let scopes: readonly string[] = [withoutComments(declarations)]
  for (const step of steps) scopes = scopes.flatMap((scope) => blocksOf(scope, step))
  const found = scopes
    .map((scope) => typeOf(scope, last))
    .filter((type): type is string => type !== undefined)
  const [type] = found
  if (type === undefined) throw new Error(`The SDK declares no ${name}`)
  return [...type.matchAll(/'([^']*)'/g)].map(([, value]) => value as string)
}

function withoutComments(text: string): string {
  return text.replaceAll(/\/\*.*?\*\//gs, '')
}

/** What stands in the braces of interfaces and namespaces of a name. */
function blocksOf(scope: string, name: string): readonly string[] {
  const openings = scope.matchAll(new RegExp(`(?:interface|namespace) ${name}\\b[^{]*\\{`, 'g'))
  return [...openings].map((opening) => {
    const from = opening.index + opening[0].length
    let depth = 1
    let at = from
    for (; depth > 0 && at < scope.length; at++) {
      if (scope[at] === '{') depth++
      if (scope[at] === '}') depth--
    }
    return scope.slice(from, at - 1)
  })
}

/** Of a type by its name, or of a property. */
function typeOf(scope: string, name: string): string | undefined {
  return (
    new RegExp(`\\btype ${name} =([^;]*);`).exec(scope)?.[1] ??
    new RegExp(`^\\s*${name}\\??:([^;{]*);`, 'm').exec(scope)?.[1]
  )
}
