/**
 * Lets the event loop turn, so that whatever was begun gets as far as it can without something else ending first.
 */
export async function turnsOfLoop(): Promise<void> {
  for (let turn = 0; turn < 50; turn += 1) await new Promise((resume) => setImmediate(resume));
}
