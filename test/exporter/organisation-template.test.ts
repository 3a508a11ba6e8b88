import { expect, test } from 'vitest';
import { organisationTemplate } from '../../src/exporter/organisation-template.ts';
import { readOrganisationFile } from '../../src/importer/organisation/read-organisation.ts';

test.each(['vi', 'en'] as const)(
  'the empty template in %s is read as an organisation without units',
  async (locale) => {
    const bytes = await organisationTemplate(locale);

    expect(await readOrganisationFile({ name: 'mau.xlsx', bytes })).toEqual({
      clusters: [],
      units: [],
      problems: [],
    });
  },
);
