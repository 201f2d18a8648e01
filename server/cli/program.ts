import { Command, CommanderError, Option } from 'commander';
import { z } from 'zod';
import { commands } from '#shared/protocol/commands.ts';
import { ConfigError, readConfig, redacted, type Environment } from '../config.ts';
import { openApi } from './api.ts';
import { examine } from './doctor.ts';
import { EXIT, Stop } from './exit.ts';
import { addRehearse } from './rehearse/command.ts';
import { tabulateFile } from './tabulate.ts';
import { tellVerdict, verifyFile } from './verify.ts';
import { wordsFor, type Words } from './words.ts';

export type Terminal = {
  env: Environment;
  out(text: string): void;
  err(text: string): void;
  /** Whether a person looks at `err`, and a line may be written over. */
  isScreen?: boolean;
  /** Aborted when the person asks for an end; from then on nothing else ends the program. */
  interrupted?(): AbortSignal;
};

type Asked = { json?: true; server?: string };
type AskedToken = Asked & { event: string; role: string; name: string };
type AskedEvent = Asked & { slug: string; title: string; summary?: string; status?: string };

const EventLine = z.object({
  slug: z.string(),
  title: z.string(),
  status: z.string(),
  rehearsal: z.literal(true).optional(),
});
const EventLines = z
  .array(EventLine)
  .or(z.object({ events: z.array(EventLine) }).transform(({ events }) => events));
const Minted = z.object({ token: z.string() });

const MARKS = { ok: '✓', warning: '!', failure: '✗' } as const;

/** One command line, from its words to its exit code. */
export async function run(words: readonly string[], terminal: Terminal): Promise<number> {
  try {
    return await parse(words, terminal);
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : EXIT.usage;
    terminal.err(`${error instanceof Error ? error.message : String(error)}\n`);
    if (error instanceof Stop) return error.exitCode;
    return error instanceof ConfigError ? EXIT.usage : EXIT.failed;
  }
}

async function parse(line: readonly string[], terminal: Terminal): Promise<number> {
  const words = wordsFor(terminal.env);
  let exitCode = 0;
  const answer = (data: unknown, { json }: Asked, text: string): void =>
    terminal.out(json ? `${JSON.stringify(data, null, 2)}\n` : `${text}\n`);

  const program = new Command('xinli')
    .description(words.about)
    .exitOverride()
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err });

  withJson(program.command('doctor').description(words.aboutDoctor), words).action(async (asked: Asked) => {
    const checks = await examine(readConfig(terminal.env), words);
    answer(checks, asked, checks.map(({ level, says }) => `${MARKS[level]} ${says}`).join('\n'));
    if (checks.some(({ level }) => level === 'failure')) exitCode = EXIT.failed;
  });

  const config = program.command('config').description(words.aboutConfig);
  withJson(config.command('check').description(words.aboutConfigCheck), words).action((asked: Asked) => {
    readConfig(terminal.env);
    answer({ ok: true }, asked, words.configIsFine);
  });
  withJson(config.command('print').description(words.aboutConfigPrint), words).action((asked: Asked) => {
    const shown = redacted(readConfig(terminal.env));
    const lines = Object.entries(shown).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
    answer(shown, asked, lines.join('\n'));
  });

  const token = program.command('token').description(words.aboutToken);
  withServer(token.command('create').description(words.aboutTokenCreate), words)
    .requiredOption('--event <slug>', words.optionEvent)
    .addOption(
      new Option('--role <role>', words.optionRole)
        .choices(commands['token:create'].input.shape.role.options)
        .makeOptionMandatory(),
    )
    .requiredOption('--name <name>', words.optionName)
    .action(async ({ event, role, name, ...asked }: AskedToken) => {
      const path = `events/${encodeURIComponent(event)}/tokens`;
      const minted = Minted.parse(
        await openApi(terminal.env, words, asked.server).post(path, { role, name }),
      );
      answer(minted, asked, minted.token);
    });

  const event = program.command('event').description(words.aboutEvent);
  withServer(event.command('create').description(words.aboutEventCreate), words)
    .requiredOption('--slug <slug>', words.optionSlug)
    .requiredOption('--title <title>', words.optionTitle)
    .option('--summary <text>', words.optionSummary)
    .addOption(new Option('--status <status>', words.optionStatus).choices(['draft', 'scheduled', 'live']))
    .action(async ({ json, server, ...given }: AskedEvent) => {
      const created = await openApi(terminal.env, words, server).post('events', given);
      answer(created, { ...(json && { json }) }, words.created(given.slug, given.title));
    });
  withServer(event.command('list').description(words.aboutEventList), words).action(async (asked: Asked) => {
    const events = EventLines.parse(await openApi(terminal.env, words, asked.server).get('events'));
    const lines = events.map(
      ({ slug, status, title, rehearsal }) =>
        `${slug.padEnd(20)} ${(rehearsal ? 'rehearsal' : status).padEnd(10)} ${title}`,
    );
    answer(events, asked, lines.join('\n') || words.noEvents);
  });

  program
    .command('tabulate')
    .description(words.aboutTabulate)
    .argument('<file>', words.argumentTabulation)
    .action(async (file: string) => {
      terminal.out(`${JSON.stringify(await tabulateFile(file, words), null, 2)}\n`);
    });

  withJson(program.command('verify').description(words.aboutVerify), words)
    .argument('<certificate>', words.argumentCertificate)
    .option('--key <file>', words.optionKey)
    .action(async (file: string, { key, ...asked }: Asked & { key?: string }) => {
      const verdict = await verifyFile(file, key, words);
      answer(verdict, asked, tellVerdict(verdict, words));
      if (verdict.is === 'different') exitCode = EXIT.failed;
    });

  addRehearse(program, terminal, words);

  await program.parseAsync(line, { from: 'user' });
  return exitCode;
}

const withJson = (command: Command, words: Words): Command => command.option('--json', words.optionJson);
const withServer = (command: Command, words: Words): Command =>
  withJson(command, words).option('--server <url>', words.optionServer);
