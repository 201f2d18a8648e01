import type { Environment } from '../../config.ts';

const english = {
  about:
    'bring a simulated crowd to a rehearsal of an event: its twin, marked, counted apart, cleared by --clear',
  optionEvent: 'which event is rehearsed',
  optionViewers: 'how many viewers come',
  optionSeconds: 'for how long (default: until Ctrl-C)',
  optionComments: 'how much they say (default: by their number)',
  optionNoHost: 'leave the show to you: nothing is opened, called or put on the stage',
  optionClear: 'delete the rehearsal with everything in it',
  startServer: 'Start one with `npm start` and rehearse in another terminal, or name one with --url.',
  expected: (name: string) => `--${name}: a number above zero`,
  made: (slug: string) => `${slug} was made: the same set-up, and nothing in it`,
  found: (slug: string) => `${slug} is there already, and goes on`,
  viewer: 'viewer ',
  stage: 'stage  ',
  host: 'host   ',
  progress: (part: Progress) =>
    [
      `${part.seconds} s`,
      `${part.here}/${part.viewers} here`,
      `${part.comments} comments`,
      `${part.reactions} reactions`,
      `${part.ballots} ballots`,
      `${part.cards} cards`,
      `answers p95 ${part.p95.toFixed(0)} ms`,
    ].join(' · '),
  refused: (codes: string) => `refused: ${codes}`,
  lost: (count: number) => `answers lost with their connection: ${count}`,
  answers: (p50: number, p95: number, p99: number) =>
    `answers within p50 ${p50.toFixed(1)}, p95 ${p95.toFixed(1)}, p99 ${p99.toFixed(1)} ms`,
  agrees: (what: string, count: number) => `✓ ${what}: ${count} acknowledged, ${count} counted by the server`,
  differs: (what: string, mine: number, theirs: number) =>
    `! ${what}: ${mine} acknowledged to this crowd, ${theirs} counted by the server since (others may have taken part)`,
  comments: 'comments',
  ballots: 'ballots',
  clearWith: (line: string) => `The rehearsal is still there. Clear it with: ${line}`,
  cleared: (slug: string) => `${slug} is cleared.`,
  nothingToClear: (slug: string) => `${slug}: there is no rehearsal to clear.`,
  gone: 'The rehearsal was cleared meanwhile.',
};
export type Words = typeof english;
export type Progress = {
  seconds: number;
  here: number;
  viewers: number;
  comments: number;
  reactions: number;
  ballots: number;
  cards: number;
  p95: number;
};

const chinese: Words = {
  about: '给活动的彩排带来一批模拟观众:彩排是活动的副本,有标记、单独计数、用 --clear 清除',
  optionEvent: '彩排哪个活动',
  optionViewers: '来多少观众',
  optionSeconds: '持续多少秒(默认直到 Ctrl-C)',
  optionComments: '每秒多少条评论(默认按人数)',
  optionNoHost: '节目由您来走:不替您开投票、叫选手、切大屏',
  optionClear: '删除彩排及其中的一切',
  startServer: '请先用 npm start 启动服务器,再在另一个终端里彩排;或用 --url 指定服务器。',
  expected: (name) => `--${name}:应为大于零的数`,
  made: (slug) => `已建立 ${slug}:设置相同,内容为空`,
  found: (slug) => `${slug} 已存在,继续彩排`,
  viewer: '观众  ',
  stage: '大屏  ',
  host: '导播台',
  progress: (part) =>
    [
      `${part.seconds} 秒`,
      `在场 ${part.here}/${part.viewers}`,
      `评论 ${part.comments}`,
      `互动 ${part.reactions}`,
      `选票 ${part.ballots}`,
      `评分 ${part.cards}`,
      `应答 p95 ${part.p95.toFixed(0)} 毫秒`,
    ].join(' · '),
  refused: (codes) => `被拒:${codes}`,
  lost: (count) => `随连接丢失的应答:${count}`,
  answers: (p50, p95, p99) =>
    `应答时间 p50 ${p50.toFixed(1)}、p95 ${p95.toFixed(1)}、p99 ${p99.toFixed(1)} 毫秒`,
  agrees: (what, count) => `✓ ${what}:已确认 ${count},服务器计 ${count}`,
  differs: (what, mine, theirs) => `! ${what}:本批观众已确认 ${mine},服务器此间计 ${theirs}(可能另有人参与)`,
  comments: '评论',
  ballots: '选票',
  clearWith: (line) => `彩排内容还在。清除请用:${line}`,
  cleared: (slug) => `${slug} 已清除。`,
  nothingToClear: (slug) => `${slug}:没有可清除的彩排。`,
  gone: '彩排已在别处清除。',
};

/** As the CLI's own: Chinese by LANG. */
export const rehearsalWords = (env: Environment): Words =>
  /^zh/i.test(env.LC_ALL || env.LC_MESSAGES || env.LANG || '') ? chinese : english;
