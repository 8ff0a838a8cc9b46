// The part of the contract by which edits outlive the page: what is done is written down before anyone hears of it.
import { fail, ok, type Result } from '../base/result.ts'
import { neverCancelled } from '../base/jobs.ts'
import { throttled } from '../base/progress.ts'
import type { DocumentFacts } from '../contracts/documentApi.ts'
import type { JournalApi, KeptDraft, Recovery } from '../contracts/journal.ts'
import type { LoggedCommand } from '../contracts/loggedCommand.ts'
import type { OnProgress } from '../contracts/progress.ts'
import { msg } from '../i18n/message.ts'
import type { JournalStore } from '../journal/journalStore.ts'
import type { Edited } from './changes.ts'
import { documentFactsOf } from './facts.ts'
import { JournalKeeper } from './journal/journalKeeper.ts'
import { openKept, recoverJournal } from './journal/recoverJournal.ts'
import { loggedWork } from './journal/loggedWork.ts'
import type { OpenDocument } from './openDocument.ts'
import { refusal } from './refusals.ts'
import { carryOut } from './replay.ts'
import { type SettingsHost, SettingsSession } from './settingsSession.ts'

/** What the session does for it. */
export interface JournalHost extends SettingsHost {
  /** Any of its lines may have changed. */
  readonly renewed: (doc: OpenDocument) => void
}

export abstract class JournalSession extends SettingsSession implements JournalApi {
  protected journal: JournalKeeper
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
        hasFingerprint: (fingerprint) => hasFingerprint(doc, fingerprint),
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

  keepDrafts(drafts: readonly KeptDraft[]): Promise<Result<boolean>> {
    return this.#host.answer(async (doc) => {
      if (drafts.length > 0) doc.onDisk?.remember()
      const { journal } = this
      const before = journal.state
      const isKept = await journal.keepDrafts(doc, drafts)
      if (journal !== this.journal) return ok(true)
      doc.journal = journal.state
      if (doc.journal !== before) this.#host.report(doc)
      return ok(isKept)
    })
  }

  hasFingerprint(fingerprint: string): Promise<Result<boolean>> {
    return this.#host.answer(async (doc) => ok(await hasFingerprint(doc, fingerprint)))
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
  protected logged(
    doc: OpenDocument,
    command: LoggedCommand,
    work: () => Promise<Edited | undefined>,
  ): Promise<Edited | undefined> {
    return loggedWork(this.journal, doc, command, work)
  }
}

async function hasFingerprint({ onDisk }: OpenDocument, fingerprint: string): Promise<boolean> {
  return onDisk !== undefined && (await onDisk.samples()) === fingerprint
}
