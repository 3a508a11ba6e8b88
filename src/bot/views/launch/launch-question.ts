import type { LaunchDraft } from '../../../app/ports/launch-repository.ts';
import type { Button, Message } from '../../../app/ports/message.ts';
import { LAUNCH_SORTS } from '../../../core/launch/launch.ts';
import { clusterById, unitById } from '../../../core/organisation/directory.ts';
import {
  detailsOf,
  editChoice,
  isSaid,
  isTextStep,
  type LaunchForm,
  type LaunchStep,
  LINE,
  mayGoOn,
  ROWS_SHOWN,
  rowChoice,
  SKIPPABLE,
  sortChoice,
  UNITS_SHOWN,
} from '../../forms/launch/launch-form.ts';
import type { Frame } from '../frame.ts';
import { asLabel, cancelling, choice, inRows, marked, saying, shortTitle, ticked } from '../message.ts';
import { moment } from '../moment.ts';
import { cutOffText } from './launch.ts';
import { launchPreview, type PreviewedLaunch } from './launch-preview.ts';

export interface LaunchQuestion extends PreviewedLaunch {
  readonly step: LaunchStep;
  /** Put aside before, offered at the first step. */
  readonly drafts: readonly LaunchDraft[];
}

/** One step of the form. */
export function launchQuestion(frame: Frame, question: LaunchQuestion): Message {
  if (question.step === 'preview') return launchPreview(frame, question);
  if (question.step === 'details') return details(frame, question);
  return saying(questionText(frame, question), [...offered(frame, question), steering(frame, question)]);
}

/** Counted in the line; elsewhere under the title only. */
function questionText(frame: Frame, { step, form }: LaunchQuestion): string {
  const { t } = frame;
  const place = LINE.findIndex((one) => one === step);
  const counted = place >= 0 && !form.isComplete;
  const params = {
    title: form.title === '' ? t('launch.untitled') : shortTitle(form.title),
    place: counted ? t('launch.place', { place: place + 1, total: LINE.length - 1 }) : '',
  };
  const said = saidAt(frame, step, form);
  return [
    t(`launch.ask.${step as Exclude<LaunchStep, 'preview' | 'details'>}`, params),
    ...(said === '' ? [] : [t('launch.now', { said })]),
    ...(step === 'files' || form.files.length === 0 ? [] : [filesLine(form)]),
  ]
    .map((line) => line.trim())
    .join('\n\n');
}

const filesLine = ({ files }: LaunchForm): string => `📎 ${files.map(({ name }) => name).join(', ')}`;

/** What stands there by now; empty where nothing does, or the buttons show it. */
function saidAt(frame: Frame, step: LaunchStep, form: LaunchForm): string {
  if (isTextStep(step)) return form[step];
  const said: Partial<Record<LaunchStep, string | null>> = {
    files: form.files.map(({ name }) => name).join(', '),
    units: (form.unitIds ?? []).map((id) => unitById(frame.directory, id).name).join(', '),
    cut_off: cutOffText(frame, form),
    sort: form.sort === null ? null : frame.t(`launch.sort.${form.sort}`),
    send_at: form.sendAt === null ? null : frame.t('launch.approval.later', moment(frame, form.sendAt)),
  };
  return said[step] ?? '';
}

function offered(frame: Frame, question: LaunchQuestion): Button[][] {
  const { step } = question;
  const skip = SKIPPABLE.includes(step) ? [[choice(skipLabel(frame, step), 'skip')]] : [];
  const on = mayGoOn(step, question.form) ? [[choice(frame.t('launch.button.next'), 'next')]] : [];
  return [...rowsOf(frame, question), ...skip, ...on];
}

const skipLabel = ({ t }: Frame, step: LaunchStep): string =>
  step === 'document'
    ? t('launch.skip')
    : step === 'cut_off'
      ? t('launch.button.noCutOff')
      : t('launch.button.skip');

const rowsOf = (frame: Frame, question: LaunchQuestion): Button[][] =>
  ROWS[question.step]?.(frame, question) ?? [];

/** What a step offers to choose from. */
const ROWS: Partial<Record<LaunchStep, (frame: Frame, question: LaunchQuestion) => Button[][]>> = {
  title: ({ t }, { form, scene, drafts }) =>
    form.isComplete
      ? []
      : [
          ...drafts.map(({ title }, index) => [
            choice(t('launch.button.draft', { title: asLabel(title) }), `draft-${index}`),
          ]),
          ...(scene.templates.length === 0 ? [] : [[choice(t('launch.button.template'), 'template')]]),
        ],
  template: (frame, { form, scene }) => labelled(frame, 'template', form, scene.templates),
  event: (frame, { form, scene }) => labelled(frame, 'event', form, scene.events),
  sort: ({ t }) => inRows(LAUNCH_SORTS.map((sort) => choice(t(`launch.sort.${sort}`), sortChoice(sort)))),
  cut_off: ({ t }) => [[1, 2, 3].map((count) => choice(t('launch.button.days', { count }), `days-${count}`))],
  send_at: ({ t }) => [
    [choice(t('launch.button.now'), 'now'), choice(t('launch.button.morning'), 'morning')],
  ],
  files: ({ t }, { form }) =>
    form.files.length === 0 ? [] : [[choice(t('launch.button.clearFiles'), 'clear')]],
  audience: audienceRows,
  units: unitRows,
};

/** A row each, so many at a time. */
function labelled(
  { t }: Frame,
  what: 'template' | 'event',
  { shownFrom }: LaunchForm,
  all: readonly { readonly label: string }[],
): Button[][] {
  const rows = all.map(({ label }, index) => [choice(asLabel(label), rowChoice(what, index))]);
  return [
    ...rows.slice(shownFrom, shownFrom + ROWS_SHOWN),
    ...(rows.length > ROWS_SHOWN ? [[choice(t('button.more'), 'more')]] : []),
  ];
}

function audienceRows({ t, directory }: Frame, { form, scene }: LaunchQuestion): Button[][] {
  const kinds = scene.kinds.map(
    (code) => directory.clusterKinds.find((kind) => kind.code === code)?.names[t.locale] ?? code,
  );
  return [
    [choice(t('launch.allClusters'), 'all')],
    ...(kinds.length < 2
      ? []
      : inRows(
          kinds.map((name, index) => choice(name, rowChoice('kind', index))),
          2,
        )),
    ...scene.clusters.map(({ id }, index) => [
      choice(
        ticked(clusterById(directory, id).name, form.clusterIds.includes(id)),
        rowChoice('cluster', index),
      ),
    ]),
    ...(form.clusterIds.length === 0
      ? []
      : [[choice(t('launch.button.units'), 'units'), choice(t('launch.button.next'), 'next')]]),
  ];
}

function unitRows({ t, directory }: Frame, { form, scene }: LaunchQuestion): Button[][] {
  const units = scene.unitsOf(form.clusterIds);
  const shown = units.map((id, index) => ({ id, index })).slice(form.shownFrom, form.shownFrom + UNITS_SHOWN);
  return [
    ...inRows(
      shown.map(({ id, index }) =>
        choice(
          ticked(asLabel(unitById(directory, id).name), form.unitIds?.includes(id) === true),
          rowChoice('unit', index),
        ),
      ),
      2,
    ),
    [
      ...(units.length > UNITS_SHOWN ? [choice(t('button.more'), 'more')] : []),
      choice(t(form.unitIds === null ? 'launch.button.allUnits' : 'launch.button.next'), 'next'),
    ],
  ];
}

function steering({ t }: Frame, { step, form }: LaunchQuestion): Button[] {
  const isFirst = step === 'title' && !form.isComplete;
  return [
    ...(isFirst ? [] : [choice(t('button.back'), 'back')]),
    ...(form.title === '' || form.corrects !== null ? [] : [choice(t('launch.button.aside'), 'aside')]),
    cancelling(t),
  ];
}

/** What else may be said of the launch, with a mark at what has been. */
function details(frame: Frame, question: LaunchQuestion): Message {
  const { t } = frame;
  const { form } = question;
  const buttons = detailsOf(form).map((step) =>
    choice(marked(t(`launch.detail.${step as 'title'}`), isSaid(step, form)), editChoice(step)),
  );
  const files = form.files.length === 0 ? [] : [filesLine(form)];
  return saying([t('launch.details', { title: shortTitle(form.title) }), ...files].join('\n'), [
    ...inRows(buttons),
    [choice(ticked(t('launch.detail.register'), form.asksRegistration), 'register')],
    [choice(t('launch.button.preview'), 'back'), cancelling(t)],
  ]);
}
