import { z } from 'zod';
import { DEFAULTS, LIMITS } from '#shared/limits.ts';
import { commands, rates } from '#shared/protocol/commands.ts';
import { errors } from '#shared/protocol/errors.ts';
import { facts, gauges, updates } from '#shared/protocol/updates.ts';
import { DEFLATE_FORM, PROTOCOL_VERSION } from '#shared/protocol/version.ts';

type Json = {
  $ref?: string;
  type?: string | string[];
  const?: unknown;
  enum?: unknown[];
  anyOf?: Json[];
  oneOf?: Json[];
  allOf?: Json[];
  properties?: Record<string, Json>;
  required?: string[];
  items?: Json;
  additionalProperties?: Json | boolean;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  minItems?: number;
  maxItems?: number;
  default?: unknown;
};

/** The protocol's reference, in Markdown, from the tables and nothing else. */
export function describeProtocol(): string {
  return `${[heading(), commandsText(), factsText(), gaugesText(), updatesText(), errorsText(), limitsText()].join('\n\n')}\n`;
}

const heading = (): string => `# Protocol, version ${PROTOCOL_VERSION}

Made from the tables in \`shared/protocol/\` by \`npm run docs\`; do not edit. Client → server messages are **commands**, server → client messages are **updates**.

- Join: \`io(url, { transports: ['websocket'], auth: { event, token?, role?, deflate? } })\`. The server answers with \`welcome\`, then \`snapshot\`, then \`frame\` after \`frame\`. Without a token one becomes a viewer and gets one; \`role: 'screen'\` watches without being counted; every other role comes from a minted token.
- Deflated: to who joins with \`deflate: ${DEFLATE_FORM}\` a \`snapshot\` or \`frame\` may come as bytes in place of its payload: the JSON in zlib's format (RFC 1950), with what is known before it as a preset dictionary, \`dictionaryOf\` in \`shared/rules/deflated.ts\`. Whoever does not have the dictionary whose checksum the bytes name joins again without \`deflate\`.
- Command: \`socket.emit('comment:post', { commandId, ...input }, ack)\`, or \`POST /api/v1/events/:slug/commands\` with \`{ command, commandId, input }\` and \`Authorization: Bearer <token>\`. Both answer \`{ ok: true, data } | { ok: false, error: { code, message, retryable, retryAfterMs? } }\`.
- \`commandId\` (1–64 letters, digits, \`-\`, \`_\`) is made by the client: a retry with the same id counts once and returns the first answer.
- In a contest every figure is a whole number of thousandths of a point (9.5 is 9500); figures that were counted are decimal strings. Facts without audiences are sealed: they are in the log and never leave the server.
- Facts are numbered per audience (\`epoch\`, \`revision\`). A frame's first fact follows the last revision; whoever sees a gap or another epoch joins again. Gauges are absolute values. Comments carry no number.
- HTTP besides: \`GET /api/v1/events\`, \`POST /api/v1/events\` (admin), \`GET /api/v1/events/:slug\` (the audience's snapshot), \`POST /api/v1/events/:slug/tokens\` \`{ role, name, judgeId? }\` → \`{ token }\` (admin), \`GET /api/v1/events/:slug/export/comments.csv\`, \`comments.jsonl\`, \`danmaku.xml\` (\`?from=\` when the recording begins), \`polls.csv\` and \`figures.csv\` (desk), \`POST /api/v1/events/:slug/pair\` \`{ code, device, label }\` (a judge’s device, without a token), \`POST /api/v1/events/:slug/photos\` with an image as the body → \`{ photo }\` (host), \`GET /api/v1/photos/:photo\`, \`GET /api/v1/events/:slug/rounds/:id/certificate.json\`, \`results.csv\`, \`scores.csv\`, \`votes.csv\` and \`result.xlsx\` (once published), \`GET /api/v1/signer\`, \`/healthz\`, \`/readyz\`, \`/metrics\`.`;

function commandsText(): string {
  const rows = Object.entries(commands).map(([name, row]) =>
    [
      `### \`${name}\``,
      row.says,
      `- roles: ${row.roles.join(', ')} · rate: ${row.rate}`,
      `- in: \`${shapeOf(row.input, 'input')}\``,
      `- out: \`${shapeOf(row.output, 'output')}\``,
    ].join('\n'),
  );
  const pace = Object.entries(rates).map(
    ([name, { perSecond, burst }]) => `${name} ${perSecond}/s, burst ${burst}`,
  );
  return ['## Commands', `Rates per actor: ${pace.join(' · ')}.`, ...rows].join('\n\n');
}

const factsText = (): string =>
  [
    '## Facts',
    '',
    '| fact | audiences | payload | |',
    '| --- | --- | --- | --- |',
    ...Object.entries(facts).map(
      ([name, row]) =>
        `| \`${name}\` | ${row.audiences.join(', ')} | ${cell(shapeOf(row.payload, 'output'))} | ${row.says} |`,
    ),
  ].join('\n');

const gaugesText = (): string =>
  [
    '## Gauges',
    '',
    '| gauge | payload | |',
    '| --- | --- | --- |',
    ...Object.entries(gauges).map(
      ([name, row]) => `| \`${name}\` | ${cell(shapeOf(row.payload, 'output'))} | ${row.says} |`,
    ),
    '',
    'What the counters mean. `online` 在线人数: distinct viewers connected now, per node, summed over nodes. `peak` 最高同时在线: the highest `online` so far. `unique` 观看人数: distinct viewers connected for at least 5 s, exact. `visits` 观看人次: the same, counted again after 30 minutes away. `participations` 参与人次: accepted comments + ballots + reaction batches; each part stands beside it.',
  ].join('\n');

const updatesText = (): string =>
  [
    '## Updates',
    ...Object.entries(updates).map(
      ([name, row]) => `### \`${name}\`\n${row.says}\n- \`${shapeOf(row.payload, 'output')}\``,
    ),
  ].join('\n\n');

const errorsText = (): string =>
  [
    '## Errors',
    '',
    '| code | HTTP | retryable |',
    '| --- | --- | --- |',
    ...Object.entries(errors).map(
      ([code, row]) => `| \`${code}\` | ${row.status} | ${row.retryable ? 'yes' : 'no'} |`,
    ),
  ].join('\n');

const limitsText = (): string =>
  [
    '## Limits and defaults',
    '',
    '| name | value |',
    '| --- | --- |',
    ...Object.entries({ ...LIMITS, ...DEFAULTS }).map(
      ([name, value]) => `| \`${name}\` | ${cell(JSON.stringify(value))} |`,
    ),
  ].join('\n');

const cell = (text: string): string => `\`${text.replaceAll('|', '\\|')}\``;

/** A schema as one would write its type, with the limits that matter. */
function shapeOf(schema: z.ZodType, io: 'input' | 'output'): string {
  const json = z.toJSONSchema(schema, { io, unrepresentable: 'any', reused: 'inline' }) as Json;
  return print(json);
}

function print(json: Json): string {
  if (json.const !== undefined) return JSON.stringify(json.const);
  if (json.enum !== undefined) return json.enum.map((value) => JSON.stringify(value)).join(' | ');
  const choices = json.anyOf ?? json.oneOf;
  if (choices !== undefined) return choices.map(print).join(' | ');
  if (json.allOf !== undefined) return json.allOf.map(print).join(' & ');
  if (json.type === 'array') return printArray(json);
  if (json.type === 'object') return printObject(json);
  if (json.type === 'integer' || json.type === 'number') return printNumber(json);
  if (json.type === 'string') return json.maxLength === undefined ? 'string' : `string ≤ ${json.maxLength}`;
  return typeof json.type === 'string' ? json.type : 'unknown';
}

function printArray({ items = {}, minItems, maxItems }: Json): string {
  const inner = print(items);
  const size = maxItems === undefined ? '' : ` (${minItems ?? 0}–${maxItems})`;
  return `${inner.includes(' ') ? `(${inner})` : inner}[]${size}`;
}

function printObject({ properties = {}, required = [], additionalProperties }: Json): string {
  const fields = Object.entries(properties).map(([name, field]) => {
    const fallback = field.default === undefined ? '' : ` = ${JSON.stringify(field.default)}`;
    return `${name}${required.includes(name) ? '' : '?'}: ${print(field)}${fallback}`;
  });
  if (typeof additionalProperties === 'object' && fields.length === 0)
    return `Record<string, ${print(additionalProperties)}>`;
  return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`;
}

function printNumber({ minimum, exclusiveMinimum, maximum }: Json): string {
  const low = minimum ?? (exclusiveMinimum === undefined ? undefined : exclusiveMinimum + 1);
  const isBounded = maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER;
  if (isBounded) return `${low ?? ''}…${maximum}`;
  return low !== undefined && low > Number.MIN_SAFE_INTEGER ? `number ≥ ${low}` : 'number';
}
