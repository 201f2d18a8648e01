/** The letter an option carries everywhere: A, B, … T. */
export const optionLetter = (index: number): string => String.fromCharCode(65 + index);
