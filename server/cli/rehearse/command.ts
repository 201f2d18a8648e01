import type { Command } from 'commander';
import { readConfig } from '../../config.ts';
import { openApi } from '../api.ts';
import { EXIT, Stop } from '../exit.ts';
import type { Terminal } from '../program.ts';
import type { Words as CliWords } from '../words.ts';
import { type Asked, clear, rehearse } from './rehearse.ts';
import { rehearsalWords } from './words.ts';

type Given = {
  event: string;
  viewers: string;
  server?: string;
  seconds?: string;
  commentsPerSecond?: string;
  host: boolean;
  clear?: true;
};

/** `xinli rehearse`, which is `npm run rehearse`. */
export function addRehearse(program: Command, terminal: Terminal, cliWords: CliWords): void {
  const words = rehearsalWords(terminal.env);

  const numberOf = (name: string, text: string | undefined): number | null => {
    if (text === undefined) return null;
    const number = Number(text);
    if (Number.isFinite(number) && number > 0) return number;
    throw new Stop('usage', words.expected(name));
  };

  program
    .command('rehearse')
    .description(words.about)
    .option('--event <slug>', words.optionEvent, 'demo')
    .option('--viewers <number>', words.optionViewers, '200')
    .option('--seconds <number>', words.optionSeconds)
    .option('--comments-per-second <number>', words.optionComments)
    .option('--no-host', words.optionNoHost)
    .option('--clear', words.optionClear)
    .option('--url, --server <url>', cliWords.optionServer)
    .action(async (given: Given) => {
      const asked: Asked = {
        url: new URL(given.server ?? `http://127.0.0.1:${readConfig(terminal.env).port}`).origin,
        event: given.event,
        viewers: Math.ceil(numberOf('viewers', given.viewers) ?? 1),
        seconds: numberOf('seconds', given.seconds),
        commentsPerSecond: numberOf('comments-per-second', given.commentsPerSecond),
        hasHost: given.host,
      };
      const api = openApi(terminal.env, cliWords, asked.url);
      try {
        await (given.clear ? clear(api, asked, terminal, words) : rehearse(api, asked, terminal, words));
      } catch (error) {
        if (!(error instanceof Stop) || error.exitCode !== EXIT.unreachable) throw error;
        throw new Stop('unreachable', `${error.message}\n${words.startServer}`);
      }
    });
}
