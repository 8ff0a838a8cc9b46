import { msg } from '../../../../i18n/message.ts'
import { checkConnection, forgetKey } from '../../../../state/batch/access.ts'
import { batchStore } from '../../../../state/batch/batchStore.ts'
import { closeRunPanel, openRunPanel, showStep } from '../../../../state/batch/panel.ts'
import { store } from '../../../../state/store.ts'
import { defineCommands } from '../../defineCommands.ts'

export const commands = defineCommands({
  order: 63,
  commands: [
    {
      id: 'followBatches',
      label: msg('Follow batches'),
      run: () => {
        openRunPanel()
        showStep('follow')
      },
    },
    {
      id: 'checkConnection',
      label: msg('Check the connection'),
      when: hasKey,
      run: () => {
        openRunPanel()
        showStep('connect')
        void checkConnection()
      },
    },
    { id: 'forgetKey', label: msg('Forget the key'), when: hasKey, run: forgetKey },
    {
      id: 'closeRun',
      label: msg('Close the panel of the batch'),
      when: () => store.getState().isRunOpen,
      run: closeRunPanel,
    },
  ],
})

function hasKey(): boolean {
  return batchStore.getState().access.hasKey
}
