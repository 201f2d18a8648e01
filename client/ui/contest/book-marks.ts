/** Marked as a whole (“一盏灯”), or with a marked work within (朗诵《一盏灯》). */
const MARKED = /^\s*[“"'‘「『]|[《〈]/;

/** The title of a speech or work in Chinese title marks, unless it was written with marks or in another script. */
export const inBookMarks = (title: string): string =>
  MARKED.test(title) || !/\p{Script=Han}/u.test(title) ? title : `《${title.trim()}》`;
