import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchBrowser } from './harness/browser.ts';
import { expectNoFaults } from './harness/faults.ts';
import { shootContestSheets, shootShowSheets, type Sheets } from './stage-sheets.ts';

/**
 * Every scene on walls of four shapes: `node client/e2e/stage-pictures.ts [folder] [language] [show|contest]`, on built
 * pages. At half size: everything is in shares of it.
 */
const [folder = join(tmpdir(), 'xinli-stage'), wanted, part] = process.argv.slice(2);
await mkdir(folder, { recursive: true });
const browser = await launchBrowser();
const sheets: Sheets = { browser, folder: `${folder}/`, language: wanted === 'en' ? 'en' : 'zh-CN' };
if (part !== 'contest') await shootShowSheets(sheets);
if (part !== 'show') await shootContestSheets(sheets);
await browser.close();
expectNoFaults();
