/**
 * Makes sure of what `npm start` and `npm test` need, and costs nothing when it is all there.
 * Plain JavaScript for Node 20 with nothing installed: npm runs it on the machine's own Node, before the one that
 * package.json pins is there.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const at = (...path) => join(root, ...path);
const readJson = (...path) => JSON.parse(readFileSync(at(...path), 'utf8'));
const say = (line) => process.stdout.write(`xinli: ${line}\n`);
const give = (reason) => {
  process.stderr.write(`xinli: ${reason}\n`);
  process.exit(1);
};

const tasks = {
  install: [install],
  start: [install, buildClient],
  test: [install, buildClient, findTestTools],
};
const task = tasks[process.argv[2]];
if (!task) give(`usage: node server/bootstrap.js ${Object.keys(tasks).join('|')}`);
if (Number.parseInt(process.versions.node) < 20)
  give(`Node 20 or later is needed, this is ${process.version}`);
for (const step of task) step();

function install() {
  if (isInstalled()) return;
  say('installing dependencies (once, and after each change of package-lock.json)');
  // The running Node may lie in node_modules, which `npm ci` deletes; the one npm runs on does not.
  const npm = process.env.npm_execpath
    ? [process.env.npm_node_execpath ?? process.execPath, process.env.npm_execpath]
    : ['npm'];
  const [command, ...first] = npm;
  const { status } = spawnSync(command, [...first, 'ci', '--loglevel=error', '--no-audit', '--no-fund'], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) give('dependencies could not be installed; what npm says is above');
}

/** Whether node_modules is what package-lock.json asks for, for this system and processor. */
function isInstalled() {
  if (!existsSync(at('node_modules', '.package-lock.json'))) return false;
  const wanted = readJson('package-lock.json').packages;
  const installed = readJson('node_modules', '.package-lock.json').packages;
  const { dependencies, devDependencies } = readJson('package.json');
  const locked = { ...wanted[''].dependencies, ...wanted[''].devDependencies };
  const asked = Object.entries({ ...dependencies, ...devDependencies });
  return (
    asked.length === Object.keys(locked).length &&
    asked.every(([name, range]) => locked[name] === range) &&
    Object.entries(wanted).every(
      ([path, { version, optional, devOptional }]) =>
        path === '' || optional || devOptional || installed[path]?.version === version,
    ) &&
    Object.values(installed).every(
      ({ os = [process.platform], cpu = [process.arch] }) =>
        os.includes(process.platform) && cpu.includes(process.arch),
    )
  );
}

function buildClient() {
  const sources = hashOf([
    'client',
    'shared',
    'vite.config.ts',
    'tsconfig.json',
    'package.json',
    'package-lock.json',
  ]);
  const stamp = at('dist', 'client.sha256');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return;
  say('building the pages (once, and after each change of client/ or shared/)');
  const node = at('node_modules', '.bin', 'node');
  const { status, stdout, stderr } = spawnSync(
    node,
    [at('node_modules', 'vite', 'bin', 'vite.js'), 'build', '--logLevel', 'warn'],
    { cwd: root, encoding: 'utf8' },
  );
  if (status !== 0) give(`the pages could not be built\n${stdout ?? ''}${stderr ?? ''}`);
  mkdirSync(at('dist'), { recursive: true });
  writeFileSync(stamp, sources);
}

function hashOf(names) {
  const hash = createHash('sha256');
  const add = (name) =>
    hash
      .update(`${name}\0`)
      .update(readFileSync(at(name)))
      .update('\0');
  const walk = (folder) => {
    const entries = readdirSync(at(folder), { withFileTypes: true });
    for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
      const name = `${folder}/${entry.name}`;
      if (entry.isDirectory()) walk(name);
      else if (!/\.test\.tsx?$/.test(name)) add(name);
    }
  };
  for (const name of names) {
    if (/\./.test(name)) add(name);
    else walk(name);
  }
  return hash.digest('hex');
}

/** What the tests run beside the code: a Redis of their own, a browser, and a font that has Chinese characters. */
function findTestTools() {
  const tools = [
    { what: 'redis-server', debian: 'redis-server', isThere: () => isOnPath('redis-server') },
    {
      what: 'Chromium',
      debian: 'chromium',
      isThere: () => ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].some(isOnPath),
    },
    { what: 'a Chinese font', debian: 'fonts-noto-cjk', isThere: hasChineseFont },
  ];
  const missing = () => tools.filter((tool) => !tool.isThere());

  const absent = missing();
  if (absent.length === 0) return;
  if (process.getuid?.() === 0 && isOnPath('apt-get')) installDebian(absent.map((tool) => tool.debian));
  const stillAbsent = missing();
  if (stillAbsent.length === 0) return;
  const names = stillAbsent.map((tool) => tool.what).join(', ');
  const packages = stillAbsent.map((tool) => tool.debian).join(' ');
  const advice = `the tests need ${names}; on Debian: sudo apt-get install ${packages}`;
  if (process.env.CI) give(advice);
  say(`${advice}. Tests that need them will fail.`);
}

function installDebian(packages) {
  say(`installing ${packages.join(', ')}`);
  const apt = (...args) =>
    spawnSync('apt-get', ['-qq', '-o', 'DPkg::Lock::Timeout=120', ...args], {
      encoding: 'utf8',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  apt('update');
  const { status, stdout, stderr } = apt('install', '--yes', '--no-install-recommends', ...packages);
  if (status !== 0) say(`apt-get failed\n${stdout ?? ''}${stderr ?? ''}`);
}

function isOnPath(program) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)));
}

/** Only Linux may lack one. */
function hasChineseFont() {
  if (process.platform !== 'linux') return true;
  const { status, stdout } = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' });
  return status === 0 && stdout.trim() !== '';
}
