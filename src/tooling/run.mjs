// Runs npm and the scripts of package.json from the root of the repository. No dependencies: this
// has to work before anything is installed.
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** The root of the repository, with a separator at its end. */
export const root = fileURLToPath(new URL('../../', import.meta.url))

/**
 * Runs a program with its output passed through and nothing on its standard input. Resolves with
 * the exit code; a signal counts as 1.
 */
export function run(program, args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
      // On Windows npm is a .cmd file, which only a shell can run.
      shell: process.platform === 'win32',
    })
    child.on('error', (error) => {
      console.error(`${program} could not be started: ${error.message}`)
      resolve(1)
    })
    child.on('close', (code) => resolve(code ?? 1))
  })
}

export function runNpm(args, env) {
  return run('npm', args, env)
}

/** Runs a script of package.json with further arguments. */
export function runScript(name, args = [], env = {}) {
  return runNpm(['run', '--silent', name, ...(args.length > 0 ? ['--', ...args] : [])], env)
}
