// Tells of batches that have another status: screen readers of each, and everyone of an end that they do not see.
import { useEffect } from 'react'
import { msg } from '../../../i18n/message.ts'
import { announce } from '../../../state/actions/announce.ts'
import { showMessage } from '../../../state/actions/messages.ts'
import { batchStore } from '../../../state/batch/batchStore.ts'
import { openRunPanel, showStep } from '../../../state/batch/panel.ts'
import { statusesOf, statusNews } from './statusNews.ts'

/** `isSeen`: whether the panel is in sight. */
export function useStatusNews(isSeen: boolean): void {
  useEffect(() => {
    let known = statusesOf(batchStore.getState().runs)
    return batchStore.subscribe(({ runs }, before) => {
      if (runs === before.runs) return
      for (const { text, isEnd } of statusNews(known, runs)) {
        if (isSeen || !isEnd) announce(text)
        else showMessage('status', text, { label: msg('Show'), run: showRuns })
      }
      known = statusesOf(runs)
    })
  }, [isSeen])
}

function showRuns(): void {
  openRunPanel()
  showStep('follow')
}
