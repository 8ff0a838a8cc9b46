// The part of the contract by which edits outlive the page: what is done is written down before anyone hears of it.
import { fail, ok, type Result } from '../base/result.ts'
import { neverCancelled } from '../base/jobs.ts'
import { throttled } from '../base/progress.ts'
import type { DocumentFacts } from '../contracts/documentApi.ts'
import type { JournalApi, KeptDraft, Recovery } from '../contracts/journal.ts'
import type { LoggedCommand } from '../contracts/loggedCommand.ts'
import type { OnProgress } from '../contracts/progress.ts'
import { blobSource } from '../document/byteSource.ts'
import { msg } from '../i18n/message.ts'
import type { CommandRecord } from '../journal/journalRecord.ts'
import type { JournalStore } from '../journal/journalStore.ts'
import { fingerprintOf } from '../resultCache/fileFingerprint.ts'
import type { Edited } from './changes.ts'
import { checkSource } from './checkFile.ts'
import { documentFactsOf } from './facts.ts'
import { JournalKeeper } from './journal/journalKeeper.ts'
import { marksOf } from './journal/lineMarks.ts'
import { openKept, recoverJournal } from './journal/recoverJournal.ts'
import type { OpenDocument } from './openDocument.ts'
import { refusal } from './refusals.ts'
import { carryOut } from './replay.ts'
import { type SettingsHost, SettingsSession } from './settingsSession.ts'

/** What the session does for it. */
export interface JournalHost extends SettingsHost {
  readonly file: () => File | undefined
  /** Any of its lines may have changed. */
  readonly renewed: (doc: OpenDocument) => void
}

const fromUtf8 = new TextDecoder('utf-8', { ignoreBOM: true })

export abstract class JournalSession extends SettingsSession implements JournalApi {
  protected readonly journal: JournalKeeper
  readonly #host: JournalHost

  constructor(host: JournalHost, journals?: JournalStore) {
    super(host)
    this.#host = host
    this.journal = new JournalKeeper(journals)
  }

  recover(journalId: string, jobId: string, onProgress: OnProgress): Promise<Result<Recovery>> {
    return this.#host.job(jobId, async (doc, job) => {
      if (doc.state !== 'ready') throw refusal('not-read')
      if (doc.lines.undoLabel !== undefined || doc.lines.redoLabel !== undefined) {
        return fail('document-changed', msg('This document has edits of its own already.'))
      }
      const kept = await openKept(this.journal.store, journalId)
      if (!kept) {
        return fail(
          'no-journal',
          msg('The unsaved edits cannot be read. Another tab may be working with them.'),
        )
      }
      const recovery = await recoverJournal(journalId, kept, {
        doc,
        wasm: this.#host.wasm(),
        keeper: this.journal,
        hasFingerprint: (fingerprint) => this.#hasFingerprint(fingerprint),
        perform: async (command) => {
          await this.logged(doc, command, () =>
            carryOut(doc, this.#host.wasm(), command, job, () => {}),
          )
        },
        job,
        onProgress: throttled(onProgress),
      })
      doc.journal = this.journal.state
      this.#host.renewed(doc)
      return ok({ ...recovery, facts: documentFactsOf(doc) })
    })
  }

  restore(log: readonly LoggedCommand[], jobId: string): Promise<Result<DocumentFacts>> {
    return this.#host.job(jobId, async (doc) => {
      if (doc.state !== 'ready') throw refusal('not-read')
      // Written down again as well: what the worker that died had written may not be all of it.
      for (const command of log) {
        await this.logged(doc, command, () =>
          carryOut(doc, this.#host.wasm(), command, neverCancelled, () => {}),
        )
      }
      this.#host.renewed(doc)
      return ok(documentFactsOf(doc))
    })
  }

  async checkFile(current?: File): Promise<Result<void>> {
    const file = this.#host.file()
    return file ? checkSource(file, current) : ok()
  }

  keepDrafts(drafts: readonly KeptDraft[]): Promise<Result<void>> {
    return this.#host.answer(async (doc) => {
      const before = this.journal.state
      await this.journal.keepDrafts(doc, drafts)
      doc.journal = this.journal.state
      if (doc.journal !== before) this.#host.report(doc)
      return ok()
    })
  }

  hasFingerprint(fingerprint: string): Promise<Result<boolean>> {
    return this.#host.answer(async () => ok(await this.#hasFingerprint(fingerprint)))
  }

  async endJournal(): Promise<Result<void>> {
    await this.journal.stop()
    return this.#host.answer(async (doc) => {
      doc.journal = undefined
      this.#host.report(doc)
      return ok()
    })
  }

  /** Does a command and writes it down, when it changed anything. */
  protected async logged(
    doc: OpenDocument,
    command: LoggedCommand,
    work: () => Promise<Edited | undefined>,
  ): Promise<Edited | undefined> {
    if (!this.journal.isAsked) return work()
    const marks = await marksOf(doc, command)
    const before = doc.lines.undoStep
    const at = Date.now()
    let isDone = false
    try {
      const edited = await work()
      isDone = command.kind === 'setFormat'
      return edited
    } finally {
      // Also when something went wrong after the lines had changed.
      if (isDone || doc.lines.undoStep !== before) await this.#write(doc, { command, at, marks })
    }
  }

  async #write(doc: OpenDocument, written: Omit<CommandRecord, 'after' | 'texts'>): Promise<void> {
    const { command, marks = [] } = written
    const after = { lines: doc.lines.lineCount, bytes: doc.lines.byteLength }
    const isFix = command.kind === 'edit' && command.command.kind === 'applyFix'
    const texts = isFix ? await textsNow(doc, marks) : undefined
    const record = { command, after, at: written.at }
    const described = marks.length > 0 ? { ...record, marks } : record
    await this.journal.add(doc, texts ? { ...described, texts } : described)
    doc.journal = this.journal.state
  }

  async #hasFingerprint(fingerprint: string): Promise<boolean> {
    const file = this.#host.file()
    return file !== undefined && (await fingerprintOf(blobSource(file))) === fingerprint
  }
}

/** Of the lines that are still there. */
async function textsNow(
  doc: OpenDocument,
  marks: NonNullable<CommandRecord['marks']>,
): Promise<string[]> {
  const ids = marks.map(({ id }) => id).filter((id) => doc.lines.has(id))
  return (await doc.lines.readContents(ids)).map(({ bytes }) => fromUtf8.decode(bytes))
}
