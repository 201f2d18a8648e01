type Person<Id> = { id: Id; name: string };
type Problem = { problem: 'unknown' | 'twice' | 'missing'; name: string };

/** An order as it was written: one name a line, with or without a number before it. Namesakes come as they stood. */
export function readOrder<Id>(text: string, people: readonly Person<Id>[]): { order: Id[] } | Problem {
  const left = [...people];
  const order: Id[] = [];
  for (const line of text.split(/\r?\n/)) {
    const written = line.trim();
    if (written === '') continue;
    const bare = written.replace(/^\d+\s*[.、)）:：\s]\s*/, '');
    const index = left.findIndex(({ name }) => name === written || name === bare);
    const person = left[index];
    if (!person) {
      const isKnown = people.some(({ name }) => name === written || name === bare);
      return { problem: isKnown ? 'twice' : 'unknown', name: bare };
    }
    order.push(person.id);
    left.splice(index, 1);
  }
  const [missing] = left;
  return missing ? { problem: 'missing', name: missing.name } : { order };
}
