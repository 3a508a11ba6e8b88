import { expect, test } from 'vitest';
import { setUpState } from '../../src/app/office/set-up-state.ts';
import { doctorCommand } from '../../src/cli/doctor-command.ts';
import type { Office } from '../support/office.ts';
import { emptyOffice, sampleOffice } from '../support/sample-office.ts';

async function doctor({ database, dependencies, clock }: Office): Promise<string[]> {
  const said: string[] = [];
  const print = (line: string) => {
    said.push(line);
  };
  const nothing = () => (async function* () {})();
  const office = () => Promise.resolve({ database, dependencies });
  await doctorCommand.run({ args: [], readInput: nothing, print, complain: print, office, clock });
  return said;
}

test('counts as the chat does', async () => {
  const office = await sampleOffice();

  const said = await doctor(office);

  const { units, served, bound, clusters } = await setUpState(office.read, office.clock.now());
  expect(said).toContain(`✓ units: ${units}`);
  expect(said).toContain(`! units that somebody acts for: ${served}/${units}`);
  expect(said).toContain(`✓ clusters with a group: ${bound}/${clusters}`);
  expect(said).toContain('✓ plans: 29/KH-UBND');
});

test('names how much of the plans nobody has decided, also of one in force', async () => {
  const undecided = (await doctor(await sampleOffice())).at(-1);

  expect(undecided).toMatch(/^! undecided in plans: [1-9]/);
  expect((await doctor(await emptyOffice())).at(-1)).toBe('✓ undecided in plans: 0');
});
