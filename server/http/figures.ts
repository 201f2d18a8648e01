import type { EventInfo } from '#shared/model/event.ts';
import type { ReactionKind, ViewerCounts } from '#shared/model/gauges.ts';
import { REACTION_KINDS } from '#shared/limits.ts';
import type { PulseSums } from '../store/store.ts';
import type { Row } from './exports.ts';

/** The order they are read in; `online` is of the moment of asking. */
const MEANINGS: Record<keyof ViewerCounts, readonly [zh: string, definition: string, english: string]> = {
  online: [
    '在线人数',
    '此刻连接着的观众人数；同时连着两个节点的人会计两次',
    'viewers connected now; one on two nodes counts twice',
  ],
  peak: ['最高同时在线', '在线人数到过的最高值', 'the highest that number has been'],
  unique: ['观看人数', '连接满 5 秒的观众，每人一次，精确值', 'viewers connected for 5 s, each once; exact'],
  visits: ['观看人次', '离开 30 分钟以上再回来，另计一次', 'the same, counted again after 30 minutes away'],
  participations: ['参与人次', '评论、选票与互动批次之和', 'comments, ballots and reaction batches together'],
  comments: ['评论', '已接受的评论条数，含未展示的', 'accepted comments, shown or not'],
  ballots: ['选票', '已投入的选票张数，改选不另计', 'ballots cast; a changed one counts once'],
  reactionBatches: ['互动批次', '半秒内的连续点按算一批', 'batches of taps, half a second each'],
};

const REACTIONS: Record<ReactionKind, string> = {
  like: '点赞',
  heart: '爱心',
  flower: '送花',
  applause: '鼓掌',
  fire: '加油',
};

/** Every counter with its meaning, as the organiser may quote it. */
export function* figureRows(event: EventInfo, { viewers, reactions }: PulseSums, at: number): Generator<Row> {
  yield ['figure', '名称', 'value', '含义', 'meaning'];
  if (event.rehearsal) yield ['rehearsal', '彩排', 'yes', '这是彩排的数字', 'these are a rehearsal’s'];
  yield ['at', '截至', new Date(at).toISOString(), '导出的时刻', 'when this was exported'];
  for (const [name, [zh, definition, english]] of Object.entries(MEANINGS))
    yield [name, zh, viewers[name as keyof ViewerCounts], definition, english];
  for (const name of REACTION_KINDS)
    yield [`taps:${name}`, REACTIONS[name], reactions[name], '点击数', 'taps'];
}
