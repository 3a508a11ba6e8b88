import type { Message } from '../../../app/ports/message.ts';
import { clusterOf } from '../../../core/organisation/directory.ts';
import { isUnitActive, type Unit } from '../../../core/organisation/unit.ts';
import type { Frame } from '../frame.ts';
import { asLabel, bold, button, entry, marked, message, paragraph } from '../message.ts';
import { pageOf, turning } from '../page.ts';
import { toSettings } from './settings.ts';

const PER_PAGE = 8;

/** Which units are asked rather than told; a press changes one. */
export function tonesPage(frame: Frame, skip: number): Message {
  const { t, directory, today } = frame;
  const units = directory.units.filter((unit) => isUnitActive(unit, today));
  const isMember = ({ id }: Unit): number => Number(clusterOf(directory, id, today) !== null);
  // Those that are asked rather than told are mostly found outside the clusters.
  const page = pageOf(
    units.toSorted((one, other) => isMember(one) - isMember(other)),
    skip,
    PER_PAGE,
  );
  const courteous = units.filter(({ tone }) => tone === 'courteous');
  return message(
    [
      entry([bold(t('rules.tones.heading'))], t('rules.tones.about')),
      paragraph(
        courteous.length === 0
          ? t('rules.tones.none')
          : t('rules.tones.these', { names: courteous.map(({ name }) => name).join(', ') }),
      ),
    ],
    [
      ...page.items.map(({ id, name, tone }) => [
        button(marked(asLabel(name), tone === 'courteous'), {
          kind: 'tone',
          unit: id,
          tone: tone === 'courteous' ? 'usual' : 'courteous',
          skip: page.skip,
        } as const),
      ]),
      turning(frame, page, (next) => ({ kind: 'tones', skip: next })),
      [toSettings(frame)],
    ],
  );
}
