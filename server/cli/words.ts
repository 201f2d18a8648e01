import type { Environment } from '../config.ts';
import type { Finding } from '../lib/redis-safety.ts';

const english = {
  about: 'Xinli Live: look after a server and its events',
  aboutDoctor: 'say whether this machine is ready to serve',
  aboutConfig: 'the settings in the environment',
  aboutConfigCheck: 'name every mistake',
  aboutConfigPrint: 'show what is in force, without secrets',
  aboutToken: 'access for judges, moderators, hosts and screens',
  aboutTokenCreate: 'make a token',
  aboutEvent: 'the events of a server',
  aboutEventCreate: 'create an event',
  aboutEventList: 'list the events',
  aboutTabulate: 'the result of a round from a tabulation file, in JSON',
  argumentTabulation: 'the file, or - for standard input',
  unreadable: (file: string, reason: string) => `cannot read ${file} (${reason})`,
  aboutVerify: 'recompute a certificate from the file alone',
  argumentCertificate: 'the certificate, certificate.json',
  optionKey: 'the public key of its signer, from elsewhere than the file',
  noCertificate: (file: string, why: string) => `${file} is not a certificate: ${why}`,
  certificateEqual: (fingerprint: string, records: number) =>
    `equal: recomputed from its own input and ${records} log records; signed by ${fingerprint}`,
  certificateConsistent: (fingerprint: string, records: number) =>
    `consistent, signer ${fingerprint} not checked: recomputed from its own input and ${records} log records`,
  certificateDiffers: (where: readonly string[]) =>
    `different:\n${where.map((one) => `  ${one}`).join('\n')}`,
  certificateHidesCards:
    'The judges have pseudonyms, so the records of their cards are there as digests alone.',
  optionServer: 'address of the server (default: this machine)',
  optionJson: 'answer in JSON',
  optionEvent: 'which event',
  optionRole: 'which role',
  optionName: 'whose token it is',
  optionSlug: 'the address of the event: lower-case letters, digits and hyphens',
  optionTitle: 'its title',
  optionSummary: 'what it is about',
  optionStatus: 'its state',
  configIsFine: 'The configuration is in order.',
  noAdminToken: (file: string) =>
    `No admin token: set XINLI_ADMIN_TOKEN, or start the server once to have ${file}`,
  unreachable: (url: string) => `${url} does not answer`,
  notOurs: (url: string) => `${url} answers, but not as a Xinli Live server`,
  refused: (code: string, message: string) => `${code}: ${message}`,
  created: (slug: string, title: string) => `${slug}  ${title}`,
  noEvents: 'No events yet.',
  nodeIsFine: (version: string) => `Node ${version}`,
  nodeIsOld: (version: string) => `Node ${version}: this server needs 24 or later; start it with npm`,
  nodeIsUnsafe: (version: string) =>
    `Node ${version} has a hole in Brotli decoding (CVE-2026-111497); serve the public from 24.22.1 or later`,
  dataIsFine: (folder: string) => `data folder ${folder}`,
  dataIsClosed: (folder: string, reason: string) => `data folder ${folder} cannot be written (${reason})`,
  portIsFree: (port: number) => `port ${port} is free`,
  portIsTaken: (port: number, reason: string) =>
    `port ${port} cannot be used (${reason}); is the server running already?`,
  redisIsFine: 'Redis is safe for votes',
  redisIsAway: (reason: string) => `Redis does not answer (${reason})`,
  redisFinding: ({ found, advice }: Finding) => `Redis: ${found}; ${advice}`,
  clockIsFine: (milliseconds: number) => `clocks of this machine and Redis: ${milliseconds} ms apart`,
  clockIsOff: (milliseconds: number) =>
    `clocks of this machine and Redis are ${milliseconds} ms apart; keep them by NTP`,
  secretIsShared: 'the signing key and the admin token come from the configuration',
  secretIsLocal:
    'XINLI_SECRET or XINLI_ADMIN_TOKEN is not set: a second node would not know the tokens of this one',
  engineIsSqlite: 'storage is SQLite, for one node',
};
export type Words = typeof english;

const chinese: Words = {
  about: '新力现场:管理服务器与活动',
  aboutDoctor: '检查本机是否可以开播',
  aboutConfig: '环境变量里的配置',
  aboutConfigCheck: '列出全部错误',
  aboutConfigPrint: '显示生效的配置(不含密钥)',
  aboutToken: '评委、审核员、导播和大屏的口令',
  aboutTokenCreate: '生成口令',
  aboutEvent: '服务器上的活动',
  aboutEventCreate: '新建活动',
  aboutEventList: '列出活动',
  aboutTabulate: '由计分文件算出一轮的结果(JSON)',
  argumentTabulation: '文件,或用 - 表示标准输入',
  unreadable: (file, reason) => `无法读取 ${file}(${reason})`,
  aboutVerify: '仅凭文件重算成绩单',
  argumentCertificate: '成绩单文件 certificate.json',
  optionKey: '签名者的公钥文件(另行取得)',
  noCertificate: (file, why) => `${file} 不是成绩单:${why}`,
  certificateEqual: (fingerprint, records) =>
    `一致:已从文件自身的输入和 ${records} 条日志记录重算;签名者 ${fingerprint}`,
  certificateConsistent: (fingerprint, records) =>
    `自洽,但未核对签名者 ${fingerprint}:已从文件自身的输入和 ${records} 条日志记录重算`,
  certificateDiffers: (where) => `不一致:\n${where.map((one) => `  ${one}`).join('\n')}`,
  certificateHidesCards: '评委以代号出现,评分记录在文件中只有摘要。',
  optionServer: '服务器地址(默认本机)',
  optionJson: '以 JSON 回答',
  optionEvent: '哪个活动',
  optionRole: '哪个角色',
  optionName: '口令给谁用',
  optionSlug: '活动地址:小写字母、数字和连字符',
  optionTitle: '活动名称',
  optionSummary: '活动简介',
  optionStatus: '活动状态',
  configIsFine: '配置无误。',
  noAdminToken: (file) => `没有管理口令:请设置 XINLI_ADMIN_TOKEN,或先启动一次服务器以生成 ${file}`,
  unreachable: (url) => `${url} 没有响应`,
  notOurs: (url) => `${url} 有响应,但不是新力现场服务器`,
  refused: (code, message) => `${code}:${message}`,
  created: (slug, title) => `${slug}  ${title}`,
  noEvents: '还没有活动。',
  nodeIsFine: (version) => `Node ${version}`,
  nodeIsOld: (version) => `Node ${version} 过旧:需要 24 或更新版本,请用 npm 启动`,
  nodeIsUnsafe: (version) =>
    `Node ${version} 的 Brotli 解码有漏洞(CVE-2026-111497):对外服务请用 24.22.1 或更新版本`,
  dataIsFine: (folder) => `数据目录 ${folder}`,
  dataIsClosed: (folder, reason) => `数据目录 ${folder} 不可写(${reason})`,
  portIsFree: (port) => `端口 ${port} 可用`,
  portIsTaken: (port, reason) => `端口 ${port} 不可用(${reason}),服务器是否已在运行?`,
  redisIsFine: 'Redis 可放心存放选票',
  redisIsAway: (reason) => `Redis 没有响应(${reason})`,
  redisFinding: (finding) => `Redis:${chineseFinding(finding)}`,
  clockIsFine: (milliseconds) => `本机与 Redis 时钟相差 ${milliseconds} 毫秒`,
  clockIsOff: (milliseconds) => `本机与 Redis 时钟相差 ${milliseconds} 毫秒,请用 NTP 校时`,
  secretIsShared: '签名密钥和管理口令来自配置',
  secretIsLocal: '未设置 XINLI_SECRET 或 XINLI_ADMIN_TOKEN:另一个节点将不认识本节点的口令',
  engineIsSqlite: '存储用 SQLite,单节点',
};

function chineseFinding({ about, level }: Finding): string {
  const words: Record<Finding['about'], string> = {
    appendonly: '未开启 AOF(appendonly no),崩溃会丢票;请设 appendonly yes、appendfsync always',
    appendfsync:
      level === 'unknown'
        ? '无权读取 appendfsync;请确认为 always'
        : '没有每次落盘,崩溃会丢最后的选票;请设 appendfsync always',
    eviction: '内存满时可能丢弃选票;请设 maxmemory-policy noeviction',
    version: '版本过旧或无法读取;请安装 Redis 7 或更新版本',
    security: '此版本是否已修复 CVE-2025-49844 取决于发行方;请安装该分支的最新版',
    exposure: '同网络的任何人都能访问且没有密码;请设置密码或停用 default 用户',
    commands: '所用账号可执行危险命令;请改用 "+@all -@admin -@dangerous +info +wait" 的账号',
  };
  return words[about];
}

/** By the variables that POSIX programs look at, in their order. */
export function wordsFor(env: Environment): Words {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  return locale.toLowerCase().startsWith('zh') ? chinese : english;
}
