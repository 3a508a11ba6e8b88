import { LAUNCH_SORTS } from '../../core/launch/launch.ts';
import { readCutOff } from '../../core/launch/read-cut-off.ts';
import { readSendTime } from '../../core/launch/read-send-time.ts';
import { addWorkingDays } from '../../core/calendar/work-calendar.ts';
import { instantAt } from '../../core/time/instant.ts';
import { chooseAudience } from './launch-audience-choice.ts';
import {
  after,
  before,
  detailsOf,
  editChoice,
  isTextStep,
  type LaunchForm,
  type LaunchInput,
  type LaunchMove,
  type LaunchScene,
  type LaunchStep,
  LONGEST_LAUNCH,
  MOST_FILES,
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
      if (form.corrects !== null) return NOT_OFFERED;
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
    const day = readCutOff(text, scene.today);
    if (day === 'unclear') return { kind: 'no_day' };
    return day === 'past' ? { kind: 'day_past' } : answered(step, { ...form, acknowledgeBy: day });
  }
  if (step === 'send_at') {
    const at = readSendTime(text, scene);
    if (at === 'unclear') return { kind: 'no_day' };
    return at === 'past' ? { kind: 'day_past' } : answered(step, { ...form, sendAt: at });
  }
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
  switch (step) {
    case 'title':
      return choice === 'template' && scene.templates.length > 0 ? ask('template', form) : NOT_OFFERED;
    case 'template': {
      const template = scene.templates.find((_, index) => choice === rowChoice('template', index));
      return template === undefined ? NOT_OFFERED : answered(step, { ...form, ...template.content });
    }
    case 'event': {
      const event = scene.events.find((_, index) => choice === rowChoice('event', index));
      return event === undefined ? NOT_OFFERED : answered(step, { ...form, event });
    }
    case 'sort': {
      const sort = LAUNCH_SORTS.find((one) => choice === sortChoice(one));
      return sort === undefined ? NOT_OFFERED : answered(step, { ...form, sort });
    }
    case 'files':
      return choice === 'clear' ? ask(step, { ...form, files: [] }) : NOT_OFFERED;
    case 'audience':
    case 'units': {
      const chosen = chooseAudience(step, form, choice, scene);
      if (chosen === null) return NOT_OFFERED;
      return chosen.step === null ? answered(step, chosen.form) : ask(chosen.step, chosen.form);
    }
    case 'cut_off': {
      const days = ['days-1', 'days-2', 'days-3'].indexOf(choice) + 1;
      if (days === 0) return NOT_OFFERED;
      return answered(step, { ...form, acknowledgeBy: addWorkingDays(scene.work, scene.today, days) });
    }
    case 'send_at':
      return chooseTime(step, form, choice, scene);
    case 'details':
      return chooseDetail(form, choice);
    case 'preview':
      return conclude(form, choice, scene);
    default:
      return NOT_OFFERED;
  }
}

const emptied = (step: LaunchStep, form: LaunchForm): LaunchForm =>
  step === 'cut_off' ? { ...form, acknowledgeBy: null } : { ...form, [step]: '' };

function chooseTime(step: LaunchStep, form: LaunchForm, choice: string, scene: LaunchScene): LaunchMove {
  if (choice === 'now') return answered(step, { ...form, sendAt: null });
  if (choice !== 'morning') return NOT_OFFERED;
  const day = addWorkingDays(scene.work, scene.today, 1);
  return answered(step, { ...form, sendAt: instantAt(day, scene.work.hours.from, scene.zone) });
}

function chooseDetail(form: LaunchForm, choice: string): LaunchMove {
  if (choice === 'register') return ask('details', { ...form, asksRegistration: !form.asksRegistration });
  const step = detailsOf(form).find((one) => choice === editChoice(one));
  return step === undefined ? NOT_OFFERED : ask(step, form);
}

/** The only way out that sends: from the preview, with an approval or to those who give it. */
function conclude(form: LaunchForm, choice: string, { mayApprove }: LaunchScene): LaunchMove {
  switch (choice) {
    case 'details':
      return ask('details', { ...form, isComplete: true });
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
