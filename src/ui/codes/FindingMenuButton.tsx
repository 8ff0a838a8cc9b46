// The menu of an issue, whose code is not of the first screen; a disabled button of the same size stands for
// it until it is here.
import { Ellipsis } from 'lucide-react'
import type { JSX } from 'react'
import { type Message, msg } from '../../i18n/message.ts'
import { useTranslator } from '../../state/language.ts'
import { Button } from '../controls/Button.tsx'
import { lazyPart } from '../controls/lazyPart.tsx'
import type { ExplainedFinding } from './WhyButton.tsx'

export interface FindingMenuProps {
  readonly finding: ExplainedFinding
  /** Id of the element that names the finding. */
  readonly describedBy: string
  readonly className?: string | undefined
  /** What else can be done about it, before what can be done about every finding. */
  readonly acts?: readonly FindingAct[]
}

export interface FindingAct {
  readonly name: Message
  readonly note?: Message
  readonly isDisabled?: boolean
  readonly onChoose: () => void
}

const FindingMenu = lazyPart(
  async () => (await import('./FindingMenu.tsx')).FindingMenu,
  <Waiting />,
)

export const preloadFindingMenu = FindingMenu.preload

/** Nothing where there is nothing to do. */
export function FindingMenuButton(props: FindingMenuProps): JSX.Element | null {
  const { acts = [], finding } = props
  return finding.canIgnore === true || acts.length > 0 ? <FindingMenu {...props} /> : null
}

function Waiting(): JSX.Element {
  const { t } = useTranslator()
  return (
    <Button size="small" disabled aria-label={t(msg('More for this issue'))}>
      <Ellipsis aria-hidden />
    </Button>
  )
}
