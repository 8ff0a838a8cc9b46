// The oldest Node that the tools run on. Plain syntax on purpose: an older Node has to be able to
// read this file in order to say that it is too old.

const OLDEST = [20, 19]

/** Ends the process with a plain sentence when this Node is older than package.json asks for. */
export function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return
  console.error(`Lineproof needs Node ${OLDEST.join('.')} or newer; this is ${process.version}.`)
  console.error('Install a current Node from https://nodejs.org and run the command again.')
  process.exit(1)
}
