import type { FindingResult, PlanResult } from '../../generated/types.ts';
import type { Severity } from '../../model/severity.ts';
import { rules } from '../../rules/index.ts';
import type { Texts } from '../../text/texts.ts';
import { isoOf } from '../../values/day.ts';
import { visible } from '../layout/clean.ts';
import { uriOf } from './file-path.ts';
import type { ResultReporter } from './run.ts';
import { jsonWith } from './safe-json.ts';

// Sections (§) are those of the OASIS standard SARIF 2.1.0 with errata 01.

const LEVEL: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'note' };
const LANGUAGE = { zh: 'zh-CN', en: 'en' };

/** A finding with the plan that it is about, and why it was waived, if it was. */
interface Found {
  finding: FindingResult;
  plan: string;
  waiver?: { reason: string; approvedBy: string };
}

/** SARIF 2.1.0 for code scanning and editors: one run, with the rules that have findings. */
export const sarif: ResultReporter = ({ tool, asOf, plans }, { texts }) => {
  const codes = new Set<string>();
  // §3.27.23: either all results say whether they are suppressed, or none does.
  let hasWaivers = false;
  let isReadable = true;
  for (const plan of plans) {
    for (const { finding } of foundIn(plan)) codes.add(finding.code);
    hasWaivers ||= (plan.waived ?? []).length > 0;
    isReadable &&= plan.verdict !== 'unreadable';
  }
  const used = rules.filter(({ id }) => codes.has(id));
  const indexOf = new Map<string, number>(used.map(({ id }, index) => [id, index]));
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
        invocations: [{ executionSuccessful: isReadable }],
        language: LANGUAGE[texts.language],
        columnKind: 'utf16CodeUnits',
        newlineSequences: ['\r\n', '\r', '\n'],
        results: [],
        properties: { asOf: isoOf(asOf) },
      },
    ],
  };
  return jsonWith(log, 'results', resultsOf(plans, indexOf, hasWaivers));
};

const foundIn = ({ path, findings, waived = [] }: PlanResult): Found[] => [
  ...findings.map(finding => ({ finding, plan: path })),
  ...waived.map(({ finding, ...waiver }) => ({ finding, plan: path, waiver })),
];

function* resultsOf(
  plans: Iterable<PlanResult>,
  indexOf: ReadonlyMap<string, number>,
  hasWaivers: boolean,
): Generator<object> {
  for (const plan of plans) {
    // Files of two plans have different names, so findings are alike only within one.
    const fingerprints = new Fingerprints();
    for (const found of foundIn(plan))
      yield {
        ruleId: found.finding.code,
        ruleIndex: indexOf.get(found.finding.code),
        ...result(found, fingerprints),
        ...(hasWaivers && { suppressions: found.waiver ? [suppression(found.waiver)] : [] }),
      };
  }
}

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

function result({ finding: own, plan }: Found, fingerprints: Fingerprints) {
  const uri = uriOf(own.file);
  const { subject } = own;
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
    properties: { plan, subject, source: own.source },
  };
}

/** The waiver stands in the plan itself, as suppressions in source code do. */
const suppression = ({ reason, approvedBy }: { reason: string; approvedBy: string }) => ({
  kind: 'inSource',
  status: 'accepted',
  justification: visible(`${reason} (${approvedBy})`, { oneLine: true }),
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
