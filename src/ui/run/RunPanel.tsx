// The panel that turns a checked file into results: five steps that fold, the same for a terminal, and at its
// foot what one press would send.
import { SquareTerminal, X } from 'lucide-react'
import { type JSX, type ReactNode, useRef, useState } from 'react'
import { type Message, msg } from '../../i18n/message.ts'
import { type Step, useBatch } from '../../state/batch/batchStore.ts'
import { refusals as findRefusals } from '../../state/batch/estimate.ts'
import { showStep } from '../../state/batch/panel.ts'
import { useActive } from '../../state/hooks.ts'
import { useTranslator } from '../../state/language.ts'
import { Button } from '../controls/Button.tsx'
import { RUN_PANEL_ID } from '../controls/focusField.ts'
import { useEscape } from '../controls/useEscape.ts'
import { chooseFiles } from '../files/chooseFiles.ts'
import { CheckStep } from './check/CheckStep.tsx'
import { CommandsSection } from './commands/CommandsSection.tsx'
import { ConnectStep } from './connect/ConnectStep.tsx'
import { BatchStatus } from './follow/BatchStatus.tsx'
import { FollowStep } from './follow/FollowStep.tsx'
import { openSection, type OwnFold, pressSection, type Section } from './foldSteps.ts'
import styles from './RunPanel.module.css'
import { SendBar } from './send/SendBar.tsx'
import { newSendForm, refusalsOf, type SendForm } from './send/sendForm.ts'
import { SendStep } from './send/SendStep.tsx'
import { uploadingRun } from './send/uploading.ts'
import { type StepLine, stepLine } from './stepLines.ts'
import { StepSection } from './StepSection.tsx'
import { TryStep } from './tryFirst/TryStep.tsx'
import { useEstimate } from './useEstimate.ts'
import { useSectionFocus } from './useSectionFocus.ts'

const titles: readonly { readonly step: Step; readonly title: Message }[] = [
  { step: 'connect', title: msg('Connect') },
  { step: 'check', title: msg('Check') },
  { step: 'try', title: msg('Try') },
  { step: 'send', title: msg('Send') },
  { step: 'follow', title: msg('Follow') },
]

const COMMANDS_LINE: StepLine = { mark: 'open', text: msg('curl and Python, to copy') }

export function RunPanel({ onClose }: { readonly onClose: () => void }): JSX.Element {
  const translator = useTranslator()
  const { t, number } = translator
  const state = useBatch((batch) => batch)
  const facts = useActive((tab) => tab.facts)
  const documentKey = useActive((tab) => tab.key)
  const [own, setOwn] = useState<OwnFold>()
  const [form, setForm] = useState<SendForm>(newSendForm)
  const region = useRef<HTMLElement>(null)
  useEscape(region, onClose)
  const open = openSection(own, state.step)
  const list = useSectionFocus(open)
  const refusals = facts ? findRefusals(facts) : []
  const left = refusalsOf(refusals, form.selection)
  const situation = { state, facts, documentKey, refusals: left.length }

  useEstimate({
    isInSight: open === 'check' || open === 'send',
    documentKey,
    facts,
    selection: form.selection,
  })

  const press = (section: Section) => {
    const pressed = pressSection(section, own, state.step)
    setOwn(pressed.own)
    if (pressed.step !== state.step) showStep(pressed.step)
  }
  const bodies: Readonly<Record<Step, ReactNode>> = {
    connect: <ConnectStep />,
    check: facts ? (
      <CheckStep
        facts={facts}
        refusals={left}
        selection={form.selection}
        onSelect={(selection) => setForm((before) => ({ ...before, selection }))}
      />
    ) : (
      <NoFile />
    ),
    try: facts ? <TryStep facts={facts} /> : <NoFile />,
    send: facts ? (
      <SendStep
        facts={facts}
        form={form}
        onChange={(change) => setForm((before) => ({ ...before, ...change }))}
      />
    ) : (
      <NoFile />
    ),
    follow: <FollowStep />,
  }
  const hasFoot =
    (open !== 'follow' && open !== 'commands') ||
    uploadingRun(state.runs, documentKey) !== undefined
  return (
    <section
      ref={region}
      id={RUN_PANEL_ID}
      tabIndex={-1}
      className={styles['panel']}
      aria-label={t(msg('Run batch'))}
      data-focus-home
    >
      <PanelHeader onClose={onClose} />
      <div ref={list} className={styles['steps']}>
        {titles.map(({ step, title }, index) => {
          const line = stepLine(step, situation, translator)
          return (
            <StepSection
              key={step}
              title={t(title)}
              number={number(index + 1)}
              line={line}
              {...(step === 'follow' && { lineElement: <BatchStatus line={line} /> })}
              isOpen={open === step}
              onPress={() => press(step)}
            >
              {bodies[step]}
            </StepSection>
          )
        })}
        <StepSection
          title={t(msg('Without a key'))}
          number={<SquareTerminal />}
          line={COMMANDS_LINE}
          isOpen={open === 'commands'}
          onPress={() => press('commands')}
        >
          <CommandsSection />
        </StepSection>
      </div>
      {state.problem && (
        <p role="alert" className={styles['wrong']}>
          {t(state.problem)}
        </p>
      )}
      {hasFoot && (
        <SendBar
          facts={facts}
          refusals={refusals}
          form={form}
          isNext={open === 'send' || open === undefined}
        />
      )}
    </section>
  )
}

function PanelHeader({ onClose }: { readonly onClose: () => void }): JSX.Element {
  const { t } = useTranslator()
  const name = useActive((tab) => tab.name)
  return (
    <header className={styles['header']}>
      <h2 className={styles['title']}>{t(msg('Run batch'))}</h2>
      <span className={styles['file']} title={name}>
        {name}
      </span>
      <Button
        size="icon"
        aria-label={t(msg('Close'))}
        title={t(msg('Close (Escape)'))}
        onClick={onClose}
      >
        <X aria-hidden />
      </Button>
    </header>
  )
}

function NoFile(): JSX.Element {
  const { t } = useTranslator()
  return (
    <>
      <p className={styles['text']}>
        {t(msg('Open the file whose requests are to be run. It is checked while it is read.'))}
      </p>
      <Button look="outlined" onClick={() => void chooseFiles()}>
        {t(msg('Open files'))}
      </Button>
    </>
  )
}
