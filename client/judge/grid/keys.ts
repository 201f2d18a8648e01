/** What stands there after a key; no more digits after the point than the criterion has. */
export function pressKey(text: string, key: string, decimals: number): string {
  if (key === '⌫') return text.slice(0, -1);
  if (key === '−') return text.startsWith('-') ? text.slice(1) : `-${text}`;
  if (key === '.') return decimals === 0 || text.includes('.') ? text : `${text}.`;
  const point = text.indexOf('.');
  const isFull = point === -1 ? text.replace('-', '').length >= 4 : text.length - point > decimals;
  return isFull ? text : text + key;
}
