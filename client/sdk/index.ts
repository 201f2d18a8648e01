export { cardIn } from './cards.ts';
export { createClient, type Client, type ClientOptions, type FirstPicture } from './client.ts';
export type { Execute, ExecuteOptions } from './execute.ts';
export type { OwnComment, OwnStatus } from './mine.ts';
export type {
  ClientState,
  CommentRow,
  CommentStream,
  ConnectionStatus,
  Delivery,
  ShownComment,
  You,
} from './state.ts';
export { storage } from './storage.ts';
