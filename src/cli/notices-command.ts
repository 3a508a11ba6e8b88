import type { Addressee } from '../app/ports/notice-repository.ts';
import { rehearseNotices, type SayRehearsed } from '../app/upcoming/rehearse-notices.ts';
import type { Directory } from '../core/organisation/directory.ts';
import { isTrialOn, trialUntil } from '../core/organisation/trial.ts';
import { isoInZone, localDateAt } from '../core/time/instant.ts';
import { readArguments, WrongUsage } from './arguments.ts';
import type { Command } from './command.ts';
import { instantOption } from './values.ts';

const OPTIONS = { from: { type: 'string' }, to: { type: 'string' }, json: { type: 'boolean' } } as const;

export const noticesCommand = (say: SayRehearsed): Command => ({
  usage: 'notices --from INSTANT --to INSTANT --json',
  does: 'a rehearsal of what will be said by itself; writes nothing',
  async run({ args, office: open, print, complain }) {
    const { values } = readArguments(args, OPTIONS, 0);
    const from = instantOption('from', values.from);
    const to = instantOption('to', values.to);
    if (from === null || to === null) throw new WrongUsage('--from and --to are wanted');
    const office = await open(from);
    const directory = await office.dependencies.unitOfWork.read.organisation.directory();
    const { zone, trial } = directory.settings;
    const trialEndsOn = trialUntil(trial);
    if (trialEndsOn !== null && isTrialOn(trial, localDateAt(from, zone))) {
      complain(
        `a trial runs until ${trialEndsOn}: until then the secretariat alone is shown what is said by itself`,
      );
    }
    const rehearsed = await rehearseNotices(office.dependencies, from, to, say);
    const rows = rehearsed
      .filter(({ text }) => text !== null)
      .map(({ notice, lines, merged, text }) => ({
        at: isoInZone(notice.at, zone),
        kind: notice.kind,
        to: recipient(directory, notice.addressee),
        obligations: [...new Set([...lines, ...merged].map((line) => line.obligationId))],
        text,
      }));
    print(JSON.stringify(rows, null, values.json === true ? 2 : 0));
    return 0;
  },
});

/** A group stands for its cluster; who has no code is named by id. */
function recipient({ chats, clusters }: Directory, { kind, id }: Addressee): { kind: string; code: string } {
  if (kind === 'person') return { kind, code: id };
  const clusterId = chats.find((chat) => chat.id === id)?.clusterId;
  return { kind: 'cluster', code: clusters.find((cluster) => cluster.id === clusterId)?.code ?? id };
}
