import { type CommandName, isCommandName } from '#shared/protocol/commands.ts';

/**
 * What clients send. Nearly all of it is one kind of message, `42<ack>["command",{…}]`: it is read here, in one go.
 * Whatever has any other form goes through Socket.IO's decoder, so that its refusals stay its own.
 */

type Command = { name: CommandName; input: unknown; ack: number };

const [NINE, ZERO, BRACKET] = [0x39, 0x30, 0x5b];
/** More digits would not be a number any more. */
const MAX_ACK_DIGITS = 15;

/** The command in a message of the plainest form; null for any other. */
export function readCommand(text: string): Command | null {
  if (!text.startsWith('42')) return null;
  let at = 2;
  while (text.charCodeAt(at) >= ZERO && text.charCodeAt(at) <= NINE) at += 1;
  if (at === 2 || at > 2 + MAX_ACK_DIGITS || text.charCodeAt(at) !== BRACKET) return null;
  const packet = parse(text.slice(at));
  if (!Array.isArray(packet) || packet.length !== 2 || !isCommandName(packet[0])) return null;
  return { name: packet[0], input: packet[1] as unknown, ack: Number(text.slice(2, at)) };
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null; // the official decoder says what becomes of it
  }
}
