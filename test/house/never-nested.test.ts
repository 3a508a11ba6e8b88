import { expect, test } from 'vitest';
import { sampleOffice } from '../support/sample-office.ts';

test('every test that speaks with an office shows a unit of work begun inside another', async () => {
  const { unitOfWork } = (await sampleOffice()).dependencies;

  const nested = unitOfWork.run(() => unitOfWork.run(async () => 1));

  await expect(nested).rejects.toThrow('inside another');
});
