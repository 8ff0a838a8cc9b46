import { showOutcome } from '../../../../state/pairing/pairView.ts'
import { closePairing, startExportPairs } from '../../../../state/pairing/startPairing.ts'
import { isPairingShown } from '../../conditions.ts'
import { defineCommands } from '../../defineCommands.ts'

export const commands = defineCommands({
  order: 61,
  commands: [
    {
      id: 'exportPairs',
      label: 'Export answers, a retry file or a report…',
      when: isPairingShown,
      run: startExportPairs,
    },
    {
      id: 'closePairing',
      label: 'Close the pairing',
      when: isPairingShown,
      run: closePairing,
    },
    // One for each choice of 'Show pairs'.
    ...(
      [
        ['all', 'Show all pairs'],
        ['succeeded', 'Show requests that succeeded'],
        ['failed', 'Show requests that failed'],
        ['missing', 'Show requests without an answer'],
        ['unexpected', 'Show answers without a request'],
        ['duplicate', 'Show repeated requests and superseded answers'],
        ['unusable', 'Show answers that are of no use'],
      ] as const
    ).map(([outcome, label]) => ({
      id: `${outcome}Pairs`,
      label,
      when: isPairingShown,
      run: () => showOutcome(outcome),
    })),
  ],
})
