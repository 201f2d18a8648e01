import type { Comment } from '../model/comment.ts';
import type { FrameComment } from '../protocol/frame-comment.ts';
import type { Frame, SentFrame } from '../protocol/updates.ts';

/** A frame for its way to ten thousand viewers: the same, in fewer bytes. */
export const packFrame = (frame: Frame): SentFrame => ({
  ...frame,
  comments: frame.comments.map((comment) => pack(comment, frame.t)),
});

export const unpackFrame = (frame: SentFrame): Frame => ({
  ...frame,
  comments: frame.comments.map((comment) => unpack(comment, frame.t)),
});

const pack = ({ at, author, ...told }: Comment, t: number): FrameComment => ({
  ...told,
  ms: at - t,
  by: author.id,
  ...(author.name !== '' && { name: author.name }),
  ...(author.role !== 'viewer' && { role: author.role }),
});

const unpack = ({ ms, by, name = '', role = 'viewer', ...told }: FrameComment, t: number): Comment => ({
  ...told,
  at: t + ms,
  author: { id: by, name, role },
});
