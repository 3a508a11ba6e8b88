import { obligationReport } from '../app/asking/obligation-report.ts';
import { readArguments } from './arguments.ts';
import type { Command } from './command.ts';
import { dayOption, instantOption } from './values.ts';

const OPTIONS = {
  from: { type: 'string' },
  to: { type: 'string' },
  cluster: { type: 'string' },
  unit: { type: 'string' },
  standing: { type: 'boolean' },
  now: { type: 'string' },
  json: { type: 'boolean' },
} as const;

export const obligationsCommand: Command = {
  usage: 'obligations --from D --to D [--cluster CODE] [--unit CODE] [--standing] [--now INSTANT] --json',
  does: 'what is owed in a range of days',
  async run({ args, office, print, complain }) {
    const { values } = readArguments(args, OPTIONS, 0);
    const filter = {
      from: dayOption('from', values.from),
      to: dayOption('to', values.to),
      cluster: values.cluster ?? null,
      unit: values.unit ?? null,
      standing: values.standing ?? false,
    };
    const { dependencies } = await office(instantOption('now', values.now));
    const { read } = dependencies.unitOfWork;
    const directory = await read.organisation.directory();
    const unknown = (['cluster', 'unit'] as const)
      .filter((kind) => filter[kind] !== null)
      .filter((kind) => !directory[`${kind}s`].some(({ code }) => code === filter[kind]))
      .map((kind) => `no ${kind} ${filter[kind]}`);
    if (unknown.length > 0) {
      complain(unknown.join(', '));
      return 1;
    }
    const rows = await obligationReport(read, filter, dependencies.clock.now());
    if (values.json === true) print(JSON.stringify(rows, null, 2));
    else {
      for (const { task, dueOn, words, owedBy, state } of rows) {
        print([task, dueOn ?? '–', words, owedBy.code, state].join('\t'));
      }
    }
    return 0;
  },
};
