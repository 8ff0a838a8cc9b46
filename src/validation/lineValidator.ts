// From bytes to what is kept of each line. The scanner says whether it is JSON and recognises lines
// of a shape that was validated before; the format's validator is asked once for each new shape. Rules
// across lines are told on the way.
import { lineId } from '../base/units.ts'
import type { Finding } from '../diagnostics/diagnostic.ts'
import type { FindingSets } from '../diagnostics/findingSets.ts'
import type { LineState } from '../document/changeRecord.ts'
import {
  compileComponents,
  compilePlan,
  isKeyRule,
  itemsCaptureOf,
  FORMAT_KEY_CAPTURE,
} from '../formats/compilePlan.ts'
import { type FormatDefinition, type RepeatRule, repeatRuleOf } from '../formats/defineFormat.ts'
import {
  createFormatValidator,
  type FormatValidator,
  MAX_CODES,
} from '../formats/formatValidator.ts'
import type { LineComponents } from '../formats/lineComponents.ts'
import type { Problem } from '../formats/problem.ts'
import { kindOfLine } from '../formats/lineKind.ts'
import { msg } from '../i18n/message.ts'
import type { ScanPlan } from '../scanner/scanPlan.ts'
import { CAPTURE_KINDS, type CaptureColumn } from '../scanner/captures.ts'
import {
  LINE_FLAGS,
  type LineScan,
  TAG_UNKNOWN,
  type ScanBatch,
  type Scanner,
} from '../scanner/scanner.ts'
import { BatchTexts, MAX_JUDGED_BYTES } from './batchTexts.ts'
import { byteOrderMarkFinding, type LayoutRule } from './contentLayout.ts'
import { FileRules, NO_PROFILE } from './fileRules.ts'
import { type CapturedKey, KeyReader } from './keyReader.ts'
import { ShapeStates } from './shapeStates.ts'
import { sumOf } from './sumOf.ts'
import { SyntaxFindingSets } from './syntaxFindingSets.ts'
import { toldFindings } from './textFlags.ts'

const VALID = 0
/** A key of plain characters, about which no rule has anything to say. */
const PLAIN = CAPTURE_KINDS.indexOf('plain-string')
/** The line itself stands for a key. */
const WHOLE_LINE = CAPTURE_KINDS.indexOf('whole-line')

const tooLong: Finding = {
  code: 'too-long-to-validate',
  severity: 'warning',
  title: msg('Line is too long to be validated'),
}

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })

const BYTE_ORDER_MARK_LENGTH = 3

/** Hashes of texts and of whole lines, the same that the scanner captures. */
interface Hashes {
  readonly hash: (text: string) => number
  readonly hashLine: (bytes: Uint8Array) => number
}

export class LineValidator {
  readonly format: FormatDefinition
  /** All rules of the format, for explaining a line. */
  readonly formatValidator: FormatValidator
  readonly rules: FileRules
  /** Undefined: every line is validated by itself. */
  readonly plan: ScanPlan | undefined
  readonly #components: LineComponents | undefined
  /** Without the rules about the key alone, which differ between lines of one shape. */
  readonly #shapeValidator: FormatValidator
  readonly #keys: KeyReader
  readonly #repeatRule: RepeatRule | undefined
  readonly #comparesLines: boolean
  readonly #hashes: Hashes
  readonly #findingSets: FindingSets
  readonly #layout: LayoutRule | undefined
  /** What `learn` told the scanner is a place in here. */
  readonly #states = new ShapeStates()
  readonly #syntaxFindingSets: SyntaxFindingSets

  constructor(
    format: FormatDefinition,
    findingSets: FindingSets,
    hashes: Hashes,
    layout?: LayoutRule,
    rules = new FileRules(format, hashes.hash),
  ) {
    const lineRules = format.lineRules ?? []
    this.format = format
    this.formatValidator = createFormatValidator(format)
    this.#shapeValidator = createFormatValidator({
      ...format,
      lineRules: lineRules.filter((rule) => !isKeyRule(format, rule)),
    })
    this.#keys = new KeyReader(
      lineRules.filter((rule) => isKeyRule(format, rule)),
      findingSets,
      hashes.hash,
    )
    this.plan = compilePlan(format)
    this.#components = compileComponents(format)
    this.rules = rules
    this.#repeatRule = repeatRuleOf(format)
    this.#comparesLines = this.plan !== undefined && !format.key && format.wholeLines !== undefined
    this.#hashes = hashes
    this.#findingSets = findingSets
    this.#layout = layout
    this.#syntaxFindingSets = new SyntaxFindingSets(findingSets, format, layout)
  }

  /**
   * Validates the lines of a batch, the first of which is line `firstLine` (0-based) of the file, and
   * writes their findingSets. Lines for which `isChanged` says so count for no rule. Which lines repeat
   * a key is settled later, for all at once (settleRules.ts).
   */
  validateBatch(
    scanner: Scanner,
    batch: ScanBatch,
    firstLine: number,
    into: Uint16Array,
    isChanged?: (line: number) => boolean,
  ): void {
    const { count, status, tag } = batch
    const keys = this.#repeatRule && batch.captures[FORMAT_KEY_CAPTURE]
    const keyTable = this.rules.keys
    const work: BatchWork = {
      scanner,
      batch,
      texts: new BatchTexts(batch),
      firstLine,
      into,
      isChanged,
    }
    // What a byte order mark says counts for the first line alone, whatever its shape.
    const hasBom = ((batch.flags[0] as number) & LINE_FLAGS.leadingBom) !== 0
    const isReady = (i: number): boolean =>
      keys === undefined || keys.kind[i] === PLAIN || keys.kind[i] === WHOLE_LINE
    for (let i = 0; i < count; i++) {
      const known = tag[i] as number
      const isQuick =
        status[i] === VALID &&
        known !== TAG_UNKNOWN &&
        !this.#states.at(known).countsElements &&
        isReady(i) &&
        !(hasBom && i === 0) &&
        isChanged === undefined
      if (!isQuick) {
        this.#validateLine(work, i)
        continue
      }
      const line = firstLine + i
      // All that follow one another and have this shape.
      let end = i + 1
      while (end < count && tag[end] === known && status[end] === VALID && isReady(end)) end++
      const { findingSet, profile } = this.#states.at(known)
      into.fill(findingSet, i, end)
      this.rules.addProfile(profile, end - i, lineId(line), sumOf(line, end - i))
      if (keys !== undefined) keyTable.appendAll(keys.hash, i, end, line)
      i = end - 1
    }
  }

  #validateLine({ scanner, batch, texts, firstLine, into, isChanged }: BatchWork, i: number): void {
    const code = batch.status[i] as number
    const hasBom = ((batch.flags[i] as number) & LINE_FLAGS.leadingBom) !== 0
    if (code !== VALID) {
      const isOfLayout =
        this.#layout?.explains(batch.bytes, texts.from(i), batch.ends[i] as number) ?? false
      into[i] = this.#syntaxFindingSets.of(code, hasBom, isOfLayout)
      return
    }
    const keyColumn = this.#repeatRule && batch.captures[FORMAT_KEY_CAPTURE]
    const elements = batch.captures[itemsCaptureOf(this.format)]?.count[i]
    let known = batch.tag[i] as number
    if (known === TAG_UNKNOWN) known = scanner.lookup(i)
    let findingSet: number
    let profile: number
    let key: CapturedKey
    if (known !== TAG_UNKNOWN && !hasBom) {
      const state = this.#states.at(known)
      findingSet = state.findingSet
      profile = state.countsElements
        ? this.rules.withItems(state.profile, elements as number)
        : state.profile
      key = this.#capturedKey(keyColumn, batch, texts, i)
    } else {
      const validated = this.#validateText(texts.text(i), batch.flags[i] as number)
      findingSet = validated.findingSet
      profile = validated.profile
      key = this.#comparesLines ? this.#capturedKey(keyColumn, batch, texts, i) : validated
      // Lines scanned before the plan was set have no shape.
      const hasShape = batch.shape[i] !== 0n
      if (validated.canRecur && hasShape && !hasBom) this.#learn(scanner, i, validated, elements)
    }
    into[i] = this.#keys.withFindings(findingSet, key.findings)
    const line = firstLine + i
    if (isChanged?.(line)) return
    if (key.key !== 0) this.rules.keys.append(key.key, line, this.#keys.checkOf(keyColumn, i))
    this.rules.addProfile(profile, 1, lineId(line), line)
  }

  #capturedKey(
    column: CaptureColumn | undefined,
    batch: ScanBatch,
    texts: BatchTexts,
    i: number,
  ): CapturedKey {
    return column ? this.#keys.captured(column, i, texts.from(i), batch.bytes) : NO_KEY
  }

  /** Distinct shapes of lines whose verdict is known, at most MAX_SHAPES. */
  get shapes(): number {
    return this.#states.shapes
  }

  /** A shape had no room any more: lines of such shapes are validated one by one. */
  get shapesFull(): boolean {
    return this.#states.isFull
  }

  /** Says what an earlier reading of the same file had to say of its shapes. */
  restoreShapes(shapes: number, isFull: boolean): void {
    this.#states.restore(shapes, isFull)
  }

  /**
   * Lines of the shape of line `i` in the current batch, which is a new one, are validated like it.
   * `elements`: as many as were counted where the format has its items.
   */
  #learn(
    scanner: Scanner,
    i: number,
    validated: ValidatedText,
    elements: number | undefined,
  ): void {
    const { findingSet, items } = validated
    // Where every byte counts for the shape, the elements are not counted and need not be.
    const countsElements = items !== undefined && items === elements
    const profile = countsElements ? this.rules.withItems(validated.profile, 0) : validated.profile
    const place = this.#states.add({ findingSet, profile, countsElements })
    if (place === undefined) return
    scanner.learn(i, place)
    if (this.#components) {
      const { value, problems, hasItems } = validated
      const dirty = this.#components.dirtyOf(value, problems(), hasItems)
      scanner.learnComponents(i, place, dirty)
    }
  }

  /** Validates one line's content by itself; rules across lines are not told and not asked. */
  validateContent(
    scanner: Scanner,
    bytes: Uint8Array,
    isFirst: boolean,
    isLast = false,
  ): LineState {
    return this.stateOf(scanner.scanLine(bytes, { first: isFirst, last: isLast }), bytes)
  }

  /** The state of a line that has been scanned. */
  stateOf(scan: LineScan, bytes: Uint8Array): LineState {
    const hasBom = (scan.flags & LINE_FLAGS.leadingBom) !== 0
    if (scan.status === VALID && bytes.length > MAX_JUDGED_BYTES) {
      return { findingSet: this.#findingSets.intern([tooLong]), key: 0, profile: NO_PROFILE }
    }
    if (scan.status !== VALID) {
      const isOfLayout = this.#layout?.explains(bytes, 0, bytes.length) ?? false
      const findingSet = this.#syntaxFindingSets.of(scan.status, hasBom, isOfLayout)
      return { findingSet, key: 0, profile: NO_PROFILE }
    }
    const { findingSet, profile, key, findings } = this.#validateText(
      utf8.decode(bytes),
      scan.flags,
    )
    return {
      findingSet: this.#keys.withFindings(findingSet, findings),
      key: this.#comparesLines ? this.#wholeLine(scan, bytes) : key,
      profile,
    }
  }

  /** What stands for the key of a line that is compared as a whole: as the scanner captures it. */
  #wholeLine({ flags }: LineScan, bytes: Uint8Array): number {
    if ((flags & LINE_FLAGS.isObject) === 0) return 0
    const isMarked = (flags & LINE_FLAGS.leadingBom) !== 0
    return this.#hashes.hashLine(isMarked ? bytes.subarray(BYTE_ORDER_MARK_LENGTH) : bytes)
  }

  #validateText(text: string | undefined, flags: number): ValidatedText {
    const hasBom = (flags & LINE_FLAGS.leadingBom) !== 0
    if (text === undefined) {
      return {
        findingSet: this.#findingSets.intern([tooLong]),
        profile: NO_PROFILE,
        ...NO_KEY,
        ...NOTHING_WRONG,
        canRecur: false,
      }
    }
    const value: unknown = JSON.parse(hasBom ? text.slice(1) : text)
    const layout = this.#layout
    const isByShape = layout?.isByShape(value) ?? true
    if (layout?.isPart(text, value)) {
      const findingSet = this.#findingSets.intern([layout.finding])
      return { findingSet, profile: NO_PROFILE, ...NO_KEY, ...NOTHING_WRONG, canRecur: isByShape }
    }
    let validator = this.#shapeValidator
    let validated = validator.validate(value)
    let key = this.#keys.parsed(validated.key)
    let canRecur = isByShape
    // What the rules about keys say belongs to the shape of lines without a key. And where all
    // findings together are too many, they can only be cut as a whole.
    const isCut = validated.findings.length + this.#keys.ruleCount > MAX_CODES
    if (this.#keys.ruleCount > 0 && (validated.key === undefined || isCut)) {
      validator = this.formatValidator
      validated = validator.validate(value)
      key = { key: key.key, findings: 0 }
      canRecur &&= validated.key === undefined
    }
    const { findings, uniform, items, itemsAreElements } = validated
    const kind = kindOfLine(value)
    const hasProfile =
      uniform.length > 0 || items > 0 || itemsAreElements === true || kind !== undefined
    const all = [
      ...(hasBom ? [byteOrderMarkFinding(this.format)] : []),
      ...findings,
      ...toldFindings(flags, text, this.format),
    ]
    return {
      findingSet: all.length === 0 ? 0 : this.#findingSets.intern(all),
      profile: hasProfile ? this.rules.profileOf([...uniform, kind], items) : NO_PROFILE,
      ...(itemsAreElements && { items }),
      ...key,
      value,
      problems: findings.length === 0 ? NOTHING_WRONG.problems : () => validator.problemsOf(value),
      hasItems: itemsAreElements || items > 0,
      // Of more codes some are left out, and which ones depends on their order.
      canRecur: canRecur && findings.length < MAX_CODES,
    }
  }
}

/** What the lines of one batch are validated with. */
interface BatchWork {
  readonly scanner: Scanner
  readonly batch: ScanBatch
  readonly texts: BatchTexts
  readonly firstLine: number
  readonly into: Uint16Array
  readonly isChanged: ((line: number) => boolean) | undefined
}

interface ValidatedText extends CapturedKey {
  readonly findingSet: number
  readonly profile: number
  /** How many elements there are where the format has its items, if these are the items. */
  readonly items?: number
  /** Whether other lines of this shape are sure to be validated alike. */
  readonly canRecur: boolean
  /** What its components are told by: see LineComponents. */
  readonly value: unknown
  readonly problems: () => readonly Problem[]
  readonly hasItems: boolean
}

const NOTHING_WRONG = {
  value: undefined,
  problems: (): readonly Problem[] => [],
  hasItems: false,
} as const

const NO_KEY: CapturedKey = { key: 0, findings: 0 }
