// Opens what a code means. The texts are loaded apart.
import { type JSX, useState } from 'react'
import type { Finding } from '../../diagnostics/diagnostic.ts'
import { msg } from '../../i18n/message.ts'
import { useTranslator } from '../../state/language.ts'
import { Button } from '../controls/Button.tsx'
import { lazyPart } from '../controls/lazyPart.tsx'

export type ExplainedFinding = Pick<Finding, 'code' | 'title' | 'apiCode' | 'canIgnore'>

const WhyDialog = lazyPart(async () => (await import('./WhyDialog.tsx')).WhyDialog)

export const preloadWhy = WhyDialog.preload

export interface WhyButtonProps {
  readonly finding: ExplainedFinding
  /** Id of the element that names the finding. */
  readonly describedBy: string
  readonly className?: string | undefined
}

export function WhyButton({ finding, describedBy, className }: WhyButtonProps): JSX.Element {
  const { t } = useTranslator()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button
        size="small"
        className={className}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        aria-describedby={describedBy}
        onClick={() => setOpen(true)}
      >
        {t(msg('Why?'))}
      </Button>
      {isOpen && <WhyDialog finding={finding} onClose={() => setOpen(false)} />}
    </>
  )
}
