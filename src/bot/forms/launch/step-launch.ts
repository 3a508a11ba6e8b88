import { addWorkingDays } from '../../../core/calendar/work-calendar.ts';
import { LAUNCH_SORTS } from '../../../core/launch/launch.ts';
import { readCutOff } from '../../../core/launch/read-cut-off.ts';
import { readSendTime } from '../../../core/launch/read-send-time.ts';
import { instantAt } from '../../../core/time/instant.ts';
import { chooseAudience } from './launch-audience-choice.ts';
import {
  after,
  before,
  detailsOf,
  editChoice,
  isRead,
  isTextStep,
  type LaunchForm,
  type LaunchInput,
  type LaunchMove,
  type LaunchScene,
  type LaunchStep,
  LONGEST_LAUNCH,
  MOST_FILES,
  mayGoOn,
  nextRows,
  ROWS_SHOWN,
  rowChoice,
  SKIPPABLE,
  sortChoice,
  TEXT_LIMITS,
  type TextStep,
} from './launch-form.ts';

/** The guided form of a launch, as a pure step function: what was typed or pressed, and where that leads. */
export function stepLaunch(
  step: LaunchStep,
  form: LaunchForm,
  input: LaunchInput,
  scene: LaunchScene,
): LaunchMove {
  switch (input.kind) {
    case 'file':
      if (isRead(form)) return NOT_OFFERED;
      if (form.files.length >= MOST_FILES) return { kind: 'too_many_files' };
      return ask(step, { ...form, files: [...without(form, input.file.sha256), input.file] });
    case 'text':
      return type(step, form, input.text.trim(), scene);
    case 'choice':
      return steer(step, form, input.choice) ?? choose(step, form, input.choice, scene);
  }
}

const ask = (step: LaunchStep, form: LaunchForm): LaunchMove => ({ kind: 'ask', step, form });

const answered = (step: LaunchStep, form: LaunchForm): LaunchMove => ask(after(step, form), form);

const NOT_OFFERED: LaunchMove = { kind: 'not_offered' };

const without = ({ files }: LaunchForm, sha256: string) => files.filter((file) => file.sha256 !== sha256);

function type(step: LaunchStep, form: LaunchForm, text: string, scene: LaunchScene): LaunchMove {
  if (step === 'cut_off') {
    const day = readCutOff(text, scene);
    if (day === 'unclear') return { kind: 'no_day' };
    return day === 'past' ? { kind: 'day_past' } : answered(step, { ...form, acknowledgeBy: day });
  }
  if (step === 'send_at') {
    const at = readSendTime(text, scene);
    if (at === 'unclear') return { kind: 'no_day' };
    return at === 'past' ? { kind: 'day_past' } : answered(step, { ...form, sendAt: at });
  }
  // Whoever looked at what the plan offers may still write a title of their own.
  if (step === 'template') return type('title', form, text, scene);
  if (!isTextStep(step)) return NOT_OFFERED;
  const limit = TEXT_LIMITS[step];
  if (text === '') return { kind: 'wants_text' };
  if (length(text) > limit) return { kind: 'too_long', limit };
  const next = { ...form, [step]: text };
  return lengthOf(next) > LONGEST_LAUNCH
    ? { kind: 'too_long', limit: LONGEST_LAUNCH - lengthOf({ ...form, [step]: '' }) }
    : answered(step, next);
}

const length = (text: string): number => Array.from(text).length;
const lengthOf = (form: LaunchForm): number =>
  (Object.keys(TEXT_LIMITS) as TextStep[]).reduce((sum, step) => sum + length(form[step]), 0);

/** What every step offers. */
function steer(step: LaunchStep, form: LaunchForm, choice: string): LaunchMove | null {
  if (choice === 'cancel') return { kind: 'cancel' };
  if (choice === 'back') return ask(before(step, form), form);
  if (choice === 'aside')
    return form.title === '' || form.corrects !== null ? NOT_OFFERED : { kind: 'aside', form };
  return null;
}

function choose(step: LaunchStep, form: LaunchForm, choice: string, scene: LaunchScene): LaunchMove {
  if (choice === 'skip' && SKIPPABLE.includes(step)) return answered(step, emptied(step, form));
  if (choice === 'next' && mayGoOn(step, form)) return answered(step, form);
  return CHOICES[step]?.(form, choice, scene) ?? NOT_OFFERED;
}

type Choose = (form: LaunchForm, choice: string, scene: LaunchScene) => LaunchMove | null;

/** What each step offers beside; null for what it does not. */
const CHOICES: Partial<Record<LaunchStep, Choose>> = {
  title: (form, choice, { templates }) =>
    choice === 'template' && templates.length > 0 ? ask('template', { ...form, shownFrom: 0 }) : null,
  template: (form, choice, { templates }) => {
    if (choice === 'more') return moreRows('template', form, templates.length);
    const template = templates.find((_, index) => choice === rowChoice('template', index));
    return template === undefined ? null : answered('template', { ...form, ...template.content });
  },
  event: (form, choice, { events }) => {
    if (choice === 'more') return moreRows('event', form, events.length);
    const chosen = events.find((_, index) => choice === rowChoice('event', index));
    return chosen === undefined ? null : answered('event', { ...form, event: chosen.event });
  },
  sort: (form, choice) => {
    const sort = LAUNCH_SORTS.find((one) => choice === sortChoice(one));
    return sort === undefined ? null : answered('sort', { ...form, sort });
  },
  files: (form, choice) => (choice === 'clear' ? ask('files', { ...form, files: [] }) : null),
  audience: (form, choice, scene) => addressed(chooseAudience('audience', form, choice, scene)),
  units: (form, choice, scene) => addressed(chooseAudience('units', form, choice, scene)),
  cut_off: (form, choice, { work, today }) => {
    const days = ['days-1', 'days-2', 'days-3'].indexOf(choice) + 1;
    return days === 0
      ? null
      : answered('cut_off', { ...form, acknowledgeBy: addWorkingDays(work, today, days) });
  },
  send_at: (form, choice, { work, today, zone }) => {
    if (choice === 'now') return answered('send_at', { ...form, sendAt: null });
    if (choice !== 'morning') return null;
    const day = addWorkingDays(work, today, 1);
    return answered('send_at', { ...form, sendAt: instantAt(day, work.hours.from, zone) });
  },
  details: chooseDetail,
  preview: conclude,
};

const moreRows = (step: LaunchStep, form: LaunchForm, all: number): LaunchMove =>
  ask(step, { ...form, shownFrom: nextRows(form.shownFrom, ROWS_SHOWN, all) });

function addressed(chosen: ReturnType<typeof chooseAudience>): LaunchMove | null {
  if (chosen === null) return null;
  return chosen.step === null ? answered('audience', chosen.form) : ask(chosen.step, chosen.form);
}

function emptied(step: LaunchStep, form: LaunchForm): LaunchForm {
  if (step === 'cut_off') return { ...form, acknowledgeBy: null };
  return step === 'sort' ? { ...form, sort: null } : { ...form, [step]: '' };
}

function chooseDetail(form: LaunchForm, choice: string): LaunchMove {
  if (choice === 'register') return ask('details', { ...form, asksRegistration: !form.asksRegistration });
  const step = detailsOf(form).find((one) => choice === editChoice(one));
  return step === undefined ? NOT_OFFERED : ask(step, { ...form, shownFrom: 0 });
}

/** The only way out that sends: from the preview, with an approval or to those who give it. */
function conclude(form: LaunchForm, choice: string, { mayApprove }: LaunchScene): LaunchMove {
  switch (choice) {
    case 'details':
      return ask('details', { ...form, isComplete: true });
    case 'urgent':
      return isRead(form) ? NOT_OFFERED : ask('preview', { ...form, urgent: !form.urgent });
    case 'mark':
      return ask('preview', { ...form, isApproved: !form.isApproved });
    case 'send': {
      if (!form.isApproved && !mayApprove) return NOT_OFFERED;
      const { corrects } = form;
      return corrects === null
        ? { kind: 'send', form, approval: 'written' }
        : { kind: 'correct', form, launch: corrects };
    }
    case 'ask':
      return mayApprove || form.corrects !== null ? NOT_OFFERED : { kind: 'send', form, approval: 'asked' };
    default:
      return NOT_OFFERED;
  }
}
