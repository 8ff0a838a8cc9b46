// 'Convert to another provider': what the requests are, what they become, a look at the first of them, and the new
// document, in which everything that was changed is a finding.
import { withEnding } from '../../base/fileName.ts'
import type { Result } from '../../base/result.ts'
import type { ConversionChoice } from '../../contracts/conversionApi.ts'
import type {
  ShapeInfo,
  TranslationChoice,
  TranslationPreview,
} from '../../contracts/translationApi.ts'
import { msg } from '../../i18n/message.ts'
import { closeDialog, openDialog } from '../actions/dialogs.ts'
import { showFailure, showMessage } from '../actions/messages.ts'
import { type DocumentKey, findDocument, store } from '../store.ts'
import { conversionClient } from './conversionWorker.ts'
import { cancelRunning, runFromDialog } from './dialogJob.ts'
import { contentOf } from './documentContent.ts'
import { openMade } from './openMade.ts'
import { origins } from './origins.ts'
import { translationStore } from './translationStore.ts'

/** The kind of formats whose lines are requests of a batch, and the format that the others are variants of. */
const REQUESTS = 'batchInput'

/** Where a line that was left out is shown: in the file as it is. */
const AS_LINES: ConversionChoice = { sourceId: 'jsonLines', options: {}, encoding: 'utf-8' }

/** What is converted: the file, or its lines as they were edited. */
let content: Blob | undefined
/** The document that it is of. */
let origin: DocumentKey | undefined

/** Rises with every dialog and every choice: what belongs to an earlier one comes too late. */
let turn = 0

/** Opens the dialog for a document. What still runs from the dialog of before is stopped: there is one dialog. */
export async function openTranslation(key: DocumentKey): Promise<void> {
  const tab = findDocument(key)
  if (!tab) return
  cancelTranslation()
  turn += 1
  const mine = turn
  const edited = await contentOf(tab)
  if (mine !== turn) return
  if (!edited.ok) {
    showFailure(edited.failure)
    return
  }
  content = edited.value
  origin = key
  translationStore.setState(
    {
      name: tab.name,
      size: content.size,
      isEdited: tab.facts?.isDirty === true,
      model: '',
      maxTokens: '',
      asksTokenLimit: false,
      isPreviewing: true,
    },
    true,
  )
  // What it offers first is chosen first.
  await preview()
  if (content === edited.value) openDialog('translate')
}

/** Another provider's requests; the model of the one before is none of its. */
export async function chooseTarget(target: string): Promise<void> {
  translationStore.setState({ target, model: '', asksTokenLimit: false })
  await preview()
}

export async function chooseModel(model: string): Promise<void> {
  translationStore.setState({ model })
  await preview()
}

/** As it was typed. */
export async function chooseTokenLimit(maxTokens: string): Promise<void> {
  translationStore.setState({ maxTokens })
  await preview()
}

/** Whether what was typed as the token limit is one, or nothing. */
export function isTokenLimit(typed: string): boolean {
  return typed === '' || (/^\d+$/.test(typed) && Number(typed) > 0 && Number(typed) < 2 ** 31)
}

/** Converts all lines and opens what they become. */
export async function runTranslation(): Promise<void> {
  const { name, preview: shown, running } = translationStore.getState()
  const choice = choiceNow()
  const shape = shown?.targets.find(({ id }) => id === choice?.target)
  if (!choice || !shape || !content || origin === undefined || running) return
  const key = origin
  const file = content
  const made = await runFromDialog(key, {
    dialog: 'translate',
    state: translationStore,
    name,
    start: (client, jobId, onProgress) =>
      client.translate(
        { choice, file, jobId, name: newName(name, shown?.shape, shape) },
        onProgress,
      ),
  })
  if (!made) return
  const { attached, lines, lost, needAttention } = made
  content = undefined
  const opened = openMade(made, name, { more: { attached, formatId: formatFor(shape) } })
  origins.of(opened).origin = { key, file, choice: AS_LINES }
  showMessage(
    'status',
    msg(
      '{count, plural, one {# line was} other {# lines were}} converted to {provider}. Need attention: {needAttention, number}. Left out: {lost, number}.',
      { count: lines, provider: shape.title, needAttention, lost },
    ),
  )
}

/**
 * The format of what was made: requests of some providers look like those of others, and are judged by their own
 * rules. @internal For tests.
 */
export function formatFor({ provider }: Pick<ShapeInfo, 'provider'>): string | undefined {
  const formats = store.getState().catalogue?.formats ?? []
  const fitting = formats.filter(
    ({ kind, providerId }) => kind === REQUESTS && providerId === provider,
  )
  return (fitting.find(({ id }) => id === REQUESTS) ?? fitting[0])?.id
}

/** Stops the conversion; the dialog stays. */
export function cancelTranslation(): void {
  cancelRunning(translationStore)
}

/** Closes the dialog; what is being converted is stopped. */
export function closeTranslation(): void {
  cancelTranslation()
  turn += 1
  content = undefined
  translationStore.setState({ running: undefined })
  closeDialog()
}

let asking: Promise<void> | undefined

/** Asks for a preview of what is chosen; of what is chosen while one is made, only the last is asked for. */
function preview(): Promise<void> {
  turn += 1
  translationStore.setState({ isPreviewing: true, problem: undefined })
  asking ??= askForPreview().finally(() => {
    asking = undefined
  })
  return asking
}

async function askForPreview(): Promise<void> {
  while (content) {
    const mine = turn
    const shown = await conversionClient().previewTranslation({
      file: content,
      choice: choiceNow(),
    })
    if (mine === turn) {
      takePreview(shown)
      return
    }
  }
}

function takePreview(shown: Result<TranslationPreview>): void {
  if (!shown.ok) {
    translationStore.setState({
      isPreviewing: false,
      preview: undefined,
      problem: shown.failure.message,
    })
    return
  }
  const { needsTokenLimit, target } = shown.value
  translationStore.setState(({ asksTokenLimit }) => ({
    isPreviewing: false,
    preview: shown.value,
    target,
    asksTokenLimit: asksTokenLimit || needsTokenLimit,
  }))
}

/** Undefined until a target was chosen. */
function choiceNow(): TranslationChoice | undefined {
  const { maxTokens, model, target } = translationStore.getState()
  if (target === undefined) return undefined
  return {
    target,
    ...(model.trim() !== '' && { model: model.trim() }),
    ...(maxTokens !== '' && isTokenLimit(maxTokens) && { maxTokens: Number(maxTokens) }),
  }
}

/** 'prompts.anthropic.jsonl'; of that 'prompts.gemini.jsonl'. */
function newName(name: string, from: ShapeInfo | undefined, { provider }: ShapeInfo): string {
  const ending = `.${from?.provider}.jsonl`
  const first = name.endsWith(ending) ? `${name.slice(0, -ending.length)}.jsonl` : name
  return withEnding(first, `.${provider}.jsonl`)
}
