/** What `schema` says in the JSON of check and batch (schemas/result.schema.json). */
export const RESULT_SCHEMA = 'plan-result/v1';

/** What it says in the last line of a batch's NDJSON, which tells of all plans together. */
export const BATCH_SCHEMA = 'plan-batch/v1';
