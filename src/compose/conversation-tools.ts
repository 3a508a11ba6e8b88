import type { Messenger } from '../app/ports/messenger.ts';
import type { Tools } from '../bot/tools.ts';
import { handouts } from '../exporter/handout.ts';
import { organisationTemplate } from '../exporter/organisation-template.ts';
import { planToXlsx } from '../exporter/plan-xlsx.ts';
import { tables } from '../exporter/table-xlsx.ts';
import { readOrganisationFile } from '../importer/organisation/read-organisation.ts';
import { readPlanFile, readPlanText } from '../importer/read-plan-file.ts';
import { sayRehearsed } from './say-rehearsed.ts';

type Linking = Pick<Messenger, 'channel' | 'privateLink' | 'groupLink'>;

/** What the conversation uses of the messengers and of the exporter. */
export function toolsOver(messengers: readonly Linking[]): Tools {
  const of = (channel: string) => messengers.find((one) => one.channel === channel);
  return {
    links: {
      toPrivate: (channel, payload) => of(channel)?.privateLink(payload) ?? null,
      toGroup: (channel, payload) => of(channel)?.groupLink(payload) ?? null,
    },
    handouts,
    tables,
    planReader: { readFile: readPlanFile, readText: readPlanText },
    organisationReader: { readFile: readOrganisationFile, template: organisationTemplate },
    sayRehearsed,
    planWorkbook: { write: planToXlsx },
  };
}
