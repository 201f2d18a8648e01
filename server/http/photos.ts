import express, { Router } from 'express';
import { LIMITS } from '#shared/limits.ts';
import { PhotoHash } from '#shared/model/contest.ts';
import { EventSlug } from '#shared/model/ids.ts';
import { fail } from '../lib/app-error.ts';
import { PHOTO_TYPES, type Photos, photoTypeOf } from '../lib/photos.ts';
import type { LiveEvents } from '../live/events.ts';
import type { Identity } from '../live/identity.ts';
import { tokenOf } from './token-of.ts';

type Parts = { photos: Photos; identity: Identity; events: LiveEvents };

/**
 * Contestants' photos: the one body that is not JSON, and so a door of its own, before the others. What is sent must
 * be what it says it is, by its content; it is served by its hash, for ever, as that type and nothing else.
 */
export function createPhotoApi({ photos, identity, events }: Parts): Router {
  const api = Router();

  api.post(
    '/events/:slug/photos',
    (request, _response, next) => {
      const slug = EventSlug.safeParse(request.params.slug).data ?? fail('NOT_FOUND', 'no such event');
      const token = tokenOf(request);
      if (token === undefined) return fail('FORBIDDEN', 'Authorization: Bearer <token>');
      const { role } = identity.verify(slug, token).actor;
      if (role !== 'host' && role !== 'admin') fail('FORBIDDEN', `not for the role ${role}`);
      if (request.headers['content-encoding'] !== undefined)
        fail('UNSUPPORTED', 'the body must not be compressed');
      if (!isPhoto(request.headers['content-type']))
        fail('UNSUPPORTED', `the body must be one of ${PHOTO_TYPES.join(', ')}`);
      next();
    },
    express.raw({ type: [...PHOTO_TYPES], limit: LIMITS.photoBytes, inflate: false }),
    async (request, response) => {
      await events.open(EventSlug.parse(request.params.slug));
      const bytes: unknown = request.body;
      if (!Buffer.isBuffer(bytes) || photoTypeOf(bytes) !== request.headers['content-type'])
        fail('UNSUPPORTED', 'the content is not what its type says');
      response.status(201).json({ photo: await photos.put(bytes) });
    },
  );

  api.get('/photos/:hash', async (request, response) => {
    const hash = PhotoHash.safeParse(request.params.hash).data ?? fail('NOT_FOUND', 'no such photo');
    const bytes = await photos.get(hash);
    const type = bytes === null ? null : photoTypeOf(bytes);
    if (bytes === null || type === null) return fail('NOT_FOUND', 'no such photo');
    response.setHeader('Cache-Control', 'public, max-age=31536000, immutable');
    response.setHeader('Content-Disposition', 'inline');
    // A chat or another site shows the event's picture; so does a sandboxed widget, whose origin is nobody's.
    response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
    response.type(type).send(bytes);
  });

  return api;
}

const isPhoto = (type: string | undefined): boolean => PHOTO_TYPES.some((known) => known === type);
