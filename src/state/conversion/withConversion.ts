// The door to converting and unpacking: its code is loaded with the first use.
import { msg } from '../../i18n/message.ts'
import { withActions } from '../withActions.ts'
import type * as actions from './convert.ts'
import type * as translationActions from './translate.ts'
import type * as unpackActions from './unpack.ts'

type ConversionActions = typeof actions & typeof unpackActions & typeof translationActions

const load = async (): Promise<ConversionActions> => {
  const parts = await Promise.all([
    import('./convert.ts'),
    import('./unpack.ts'),
    import('./translate.ts'),
  ])
  return { ...parts[0], ...parts[1], ...parts[2] }
}
let loadActions = load

/** @internal For tests: where the actions come from; undefined: their code. */
export function loadConversionWith(other: (() => Promise<ConversionActions>) | undefined): void {
  loadActions = other ?? load
}

/** Loads the actions and runs `run` with them; says so, and resolves with false, when they cannot be loaded. */
export function withConversion(run: (conversion: ConversionActions) => unknown): Promise<boolean> {
  const failure = msg('Converting files could not be loaded. Check the connection and try again.')
  return withActions(loadActions, failure, run)
}
