import { fileURLToPath } from 'node:url';
import express, { Router } from 'express';
import { dataHeaders } from './security.ts';

const folder = fileURLToPath(new URL('../assets/demo/', import.meta.url));

/** Where the demo event's stream begins. */
export const CLIP = '/demo/clip.m3u8';

/** The picture that ships with the server. The playlist is asked for again each time, its parts once an hour. */
export function createClip(): Router {
  const clip = Router();
  clip.use(
    '/demo',
    dataHeaders,
    express.static(folder, {
      index: false,
      redirect: false,
      setHeaders(response, path) {
        const isPlaylist = path.endsWith('.m3u8');
        response.setHeader('Cache-Control', isPlaylist ? 'no-cache' : 'public, max-age=3600');
        if (isPlaylist) response.setHeader('Content-Type', 'application/vnd.apple.mpegurl');
        if (path.endsWith('.m4s')) response.setHeader('Content-Type', 'video/iso.segment');
      },
    }),
  );
  return clip;
}
