/** Several lines cut by tabs or bars are a table that was pasted. */
export const isPastedTable = (text: string): boolean =>
  text.split('\n').filter((line) => /\S.*(\t|\|).*\S/u.test(line)).length >= FEWEST_LINES;

const FEWEST_LINES = 3;
