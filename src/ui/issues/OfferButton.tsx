// What a finding offers for the file as a whole.
import type { JSX } from 'react'
import type { TextEncodingId } from '../../contracts/conversionApi.ts'
import type { FileFinding } from '../../diagnostics/diagnostic.ts'
import { msg } from '../../i18n/message.ts'
import { setPanelOpen } from '../../state/actions/dialogs.ts'
import { withNewBatch } from '../../state/newBatch/withNewBatch.ts'
import { withConversion } from '../../state/conversion/withConversion.ts'
import { useTranslator } from '../../state/language.ts'
import { withSplitting } from '../../state/splitting/withSplitting.ts'
import { activeDocument } from '../../state/store.ts'
import { Button } from '../controls/Button.tsx'

export interface OfferButtonProps {
  readonly offer: NonNullable<FileFinding['offer']>
  /** Of the file, where it was recognised. */
  readonly encoding?: string | undefined
}

export function OfferButton({ encoding, offer }: OfferButtonProps): JSX.Element {
  const { t } = useTranslator()
  return (
    <>
      {offer === 'split' && (
        <Button size="small" look="outlined" onClick={split}>
          {t(msg('Split into valid files'))}
        </Button>
      )}
      {(offer === 'convert' || offer === 'unpack') && (
        <Button size="small" look="outlined" onClick={() => take(offer, encoding)}>
          {offer === 'convert' ? t(msg('Convert to lines')) : t(msg('Unpack'))}
        </Button>
      )}
      {(offer === 'convert' || offer === 'batch') && (
        <Button size="small" look="outlined" onClick={() => makeBatch(offer)}>
          {t(msg('Make a batch'))}
        </Button>
      )}
    </>
  )
}

function split(): void {
  const tab = activeDocument()
  if (!tab) return
  setPanelOpen(false)
  void withSplitting(({ openSplit }) => openSplit(tab.key))
}

/** Of prompts in lines, or in a table, a text or an array. */
function makeBatch(offer: 'batch' | 'convert'): void {
  setPanelOpen(false)
  void withNewBatch(({ takeActiveDocument, takeActiveFile }) =>
    offer === 'batch' ? takeActiveDocument() : takeActiveFile(),
  )
}

function take(offer: 'convert' | 'unpack', encoding: string | undefined): void {
  const tab = activeDocument()
  if (!tab) return
  setPanelOpen(false)
  void withConversion((conversion) =>
    offer === 'convert'
      ? conversion.convertDocument(tab.key, encoding as TextEncodingId | undefined)
      : conversion.unpackDocument(tab.key),
  )
}
