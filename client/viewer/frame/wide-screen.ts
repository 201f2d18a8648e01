/** Where the panel stands beside the picture; the same as in Room.module.css. */
export const WIDE_SCREEN = '(min-width: 900px), (min-width: 640px) and (orientation: landscape)';
