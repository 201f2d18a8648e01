/** The light build ships without types of its own. */
declare module 'hls.js/light' {
  export { ErrorTypes, Events, default as Hls } from 'hls.js';
}
