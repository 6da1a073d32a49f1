import { createHash } from 'node:crypto';
import type { County } from '../../county/county.ts';
import type { BatchInput } from '../../county/run.ts';
import type { RunMark, ShardHeader } from '../../county/shards.ts';
import { isoOf } from '../../values/day.ts';
import { version } from '../../values/version.ts';
import type { Options, Session } from '../session.ts';
import { UsageError } from '../usage-error.ts';
import { chosenColumns } from './columns.ts';
import { digestWith } from './source.ts';

export type Shard = ShardHeader['shard'];

/** `--shard i/n`. @throws {UsageError} */
export function shardOf(value: Options[string], { texts }: Session): Shard | undefined {
  if (typeof value !== 'string') return undefined;
  const match = /^([1-9]\d{0,4})\/([1-9]\d{0,4})$/.exec(value);
  const [number, of] = [Number(match?.[1]), Number(match?.[2])];
  if (!match || number > of)
    throw new UsageError(texts.cli.errors.invalidValue('--shard', value, texts.batch.shard));
  return { number, of };
}

/** The first line of a part of a run. */
export const headerOf = (
  shard: Shard,
  { plans, county }: BatchInput,
  options: Options,
  session: Session,
): ShardHeader => ({
  schema: 'plan-shard/v1',
  shard,
  version,
  asOf: isoOf(session.asOf),
  language: session.texts.language,
  redacted: session.redact,
  plans: plans.length,
  list: digestOf(plans),
  county: county?.path ?? null,
  countyFile: countyDigest(county),
  key: keyMark(session),
  columns: chosenColumns(options, county?.file?.statistics, session.texts).map(({ id }) => id),
});

/** Of what stands in a county's file, however it is written: systems differ in line ends. */
export const countyDigest = (county: County | undefined): string | null =>
  county ? digestOf(county.file ?? null) : null;

/** Tells keys apart and nothing of them. */
const keyMark = ({ io }: Session): RunMark['key'] => digestWith(io.env.PLAN_BATCH_KEY ?? '')('plan-shard/v1');

const digestOf = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 12);
