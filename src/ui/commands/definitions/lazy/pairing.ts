import { msg } from '../../../../i18n/message.ts'
import { showOutcome } from '../../../../state/pairing/pairView.ts'
import { closePairing, startExportPairs } from '../../../../state/pairing/startPairing.ts'
import { isPairingShown } from '../../conditions.ts'
import { defineCommands } from '../../defineCommands.ts'

export const commands = defineCommands({
  order: 61,
  commands: [
    {
      id: 'exportPairs',
      label: msg('Export answers, a retry file or a report…'),
      when: isPairingShown,
      run: startExportPairs,
    },
    {
      id: 'closePairing',
      label: msg('Close the pairing'),
      when: isPairingShown,
      run: closePairing,
    },
    // One for each choice of 'Show pairs'.
    ...(
      [
        ['all', msg('Show all pairs')],
        ['succeeded', msg('Show requests that succeeded')],
        ['failed', msg('Show requests that failed')],
        ['missing', msg('Show requests without an answer')],
        ['unexpected', msg('Show answers without a request')],
        ['duplicate', msg('Show repeated requests and superseded answers')],
        ['unusable', msg('Show answers that are not usable')],
      ] as const
    ).map(([outcome, label]) => ({
      id: `${outcome}Pairs`,
      label,
      when: isPairingShown,
      run: () => showOutcome(outcome),
    })),
  ],
})
