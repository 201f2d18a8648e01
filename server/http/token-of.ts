import type { Request } from 'express';

/** What a request says it is, `Authorization: Bearer <token>`; nothing of it is verified. */
export const tokenOf = (request: Request): string | undefined =>
  /^Bearer ([^\s]+)$/.exec(request.headers.authorization ?? '')?.[1];
