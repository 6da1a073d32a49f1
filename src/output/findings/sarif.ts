import { maskPersonal } from '../../model/personal.ts';
import type { Severity } from '../../model/plan.ts';
import type { CheckedPlan, Finding } from '../../rules/check.ts';
import { rules } from '../../rules/index.ts';
import type { Texts } from '../../text/texts.ts';
import { isoOf } from '../../values/day.ts';
import { visible } from '../layout/clean.ts';
import { uriOf } from './file-path.ts';
import { findingResult } from './result.ts';
import type { Reporter } from './run.ts';
import { safeJson } from './safe-json.ts';

// Sections (§) are those of the OASIS standard SARIF 2.1.0 with errata 01.

const LEVEL: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'note' };
const LANGUAGE = { zh: 'zh-CN', en: 'en' };

/** A finding with the plan that it is about, and why it was waived, if it was. */
interface Found {
  finding: Finding;
  plan: CheckedPlan;
  waiver?: { reason: string; approvedBy: string };
}

/** SARIF 2.1.0 for code scanning and editors: one run, with the rules that have findings. */
export const sarif: Reporter = ({ tool, asOf, plans }, { texts }) => {
  const found: Found[] = plans.flatMap(plan => [
    ...plan.findings.map(finding => ({ finding, plan })),
    ...plan.waived.map(({ finding, ...waiver }) => ({ finding, plan, waiver })),
  ]);
  const codes = new Set(found.map(({ finding }) => finding.code));
  const used = rules.filter(({ id }) => codes.has(id));
  const indexOf = new Map<string, number>(used.map(({ id }, index) => [id, index]));
  const fingerprints = new Fingerprints();
  // §3.27.23: either all results say whether they are suppressed, or none does.
  const hasWaivers = found.some(({ waiver }) => waiver);
  const log = {
    version: '2.1.0',
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    runs: [
      {
        tool: {
          driver: {
            ...tool,
            language: LANGUAGE[texts.language],
            rules: used.map(rule => descriptor(rule, texts)),
          },
        },
        invocations: [{ executionSuccessful: plans.every(({ verdict }) => verdict !== 'unreadable') }],
        language: LANGUAGE[texts.language],
        columnKind: 'utf16CodeUnits',
        newlineSequences: ['\r\n', '\r', '\n'],
        results: found.map(({ finding, plan, waiver }) => ({
          ruleId: finding.code,
          ruleIndex: indexOf.get(finding.code),
          ...result(finding, plan, fingerprints, texts),
          ...(hasWaivers && { suppressions: waiver ? [suppression(waiver)] : [] }),
        })),
        properties: { asOf: isoOf(asOf) },
      },
    ],
  };
  return `${safeJson(log, 2)}\n`;
};

function descriptor({ id, severity }: (typeof rules)[number], texts: Texts) {
  const { title, demand } = texts.rules[id];
  return {
    id,
    shortDescription: { text: message(title) },
    fullDescription: { text: message(demand) },
    help: { text: message(`${demand}\nplan explain ${id}`) },
    defaultConfiguration: { level: LEVEL[severity] },
  };
}

function result(finding: Finding, plan: CheckedPlan, fingerprints: Fingerprints, texts: Texts) {
  const own = findingResult(finding, texts);
  const uri = uriOf(own.file);
  const subject = maskPersonal(own.subject);
  return {
    level: LEVEL[own.severity],
    message: { text: message([own.message, own.remedy].filter(part => part !== '').join('\n')) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri, ...(!uri.startsWith('file:') && { uriBaseId: '%SRCROOT%' }) },
          // Without width it is an insertion point (§3.30.2): start and end are both given, or it would be the line.
          region: {
            startLine: own.line,
            startColumn: own.column,
            endLine: own.endLine,
            endColumn: own.endColumn,
          },
        },
        ...(own.path !== '' && { logicalLocations: [{ fullyQualifiedName: own.path }] }),
      },
    ],
    partialFingerprints: { 'planFinding/v1': fingerprints.of(own.code, uri, subject || own.path) },
    properties: { plan: plan.path, subject, source: own.source },
  };
}

/** The waiver stands in the plan itself, as suppressions in source code do. */
const suppression = ({ reason, approvedBy }: { reason: string; approvedBy: string }) => ({
  kind: 'inSource',
  status: 'accepted',
  justification: visible(maskPersonal(`${reason} (${approvedBy})`), { oneLine: true }),
});

/**
 * Text as a plain text message: braces are doubled, since single ones enclose placeholders (§3.11.5), and `](` is
 * parted, since it makes a link (§3.11.6).
 */
const message = (text: string): string =>
  visible(text).replaceAll('{', '{{').replaceAll('}', '}}').replaceAll('](', '] (');

/**
 * What identifies a finding from one run to the next: rule, file and subject, but no line, so that it stays the same
 * when lines are added above. Like ones are numbered.
 */
class Fingerprints {
  private readonly seen = new Map<string, number>();

  of(...parts: string[]): string {
    const key = parts.join('|');
    const number = (this.seen.get(key) ?? 0) + 1;
    this.seen.set(key, number);
    return `${key}|${number}`;
  }
}
