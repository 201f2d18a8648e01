/** A choice as the engines keep it: one bit per option, option 0 lowest. Zero is no ballot. */
export const maskOf = (choice: readonly number[]): number =>
  choice.reduce((mask, option) => mask | (1 << option), 0);

export function choiceOf(mask: number): number[] {
  const choice: number[] = [];
  for (let option = 0; mask >> option > 0; option += 1) {
    if ((mask >> option) & 1) choice.push(option);
  }
  return choice;
}
