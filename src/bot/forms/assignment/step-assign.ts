import { asTitle, readAssignment, withoutTime } from '../../../core/assignment/read-assignment.ts';
import { type DueReading, readDueTime } from '../../../core/assignment/read-due-time.ts';
import { readRecipients } from '../../../core/assignment/read-recipients.ts';
import { readDueAlone, readDueAnswer } from '../../../core/day/read-due-answer.ts';
import { tidySpaces } from '../../../core/text/fold.ts';
import {
  type AssignForm,
  type AssignInput,
  type AssignMove,
  type AssignScene,
  type AssignStep,
  gapOf,
  LONGEST_TITLE,
  rowChoice,
} from './assign-form.ts';
import { quickDays } from './assign-quick-days.ts';
import { chooseRecipients, withClusters, withPicked } from './assign-recipients.ts';

/** The writing of a task of the day, as a pure step function: what was typed or pressed, and where that leads. */
export function stepAssign(
  step: AssignStep,
  form: AssignForm,
  input: AssignInput,
  scene: AssignScene,
): AssignMove {
  return input.kind === 'text'
    ? type(step, form, tidySpaces(input.text), scene)
    : choose(step, form, input.choice, scene);
}

const NOT_OFFERED: AssignMove = { kind: 'not_offered' };
const ask = (step: AssignStep, form: AssignForm): AssignMove => ({ kind: 'ask', step, form });
const goOn = (form: AssignForm): AssignMove => ask(gapOf(form), form);

function type(step: AssignStep, form: AssignForm, text: string, scene: AssignScene): AssignMove {
  if (text === '') return { kind: 'wants_text' };
  switch (step) {
    case 'text':
      return whole(form, text, scene);
    case 'what':
    case 'item':
      return asked(form, text, scene);
    case 'who':
    case 'units':
    case 'per':
    case 'unknown':
      return goOn(called(form, text, scene));
    case 'when':
    case 'which_day':
      return timed(form, readDueAnswer(text, scene.now, scene.directory.settings, form.day?.on));
    case 'names':
    case 'preview': {
      const when = readDueAlone(text, scene.now, scene.directory.settings, form.day?.on);
      return when.kind === 'none' ? NOT_OFFERED : timed(form, when);
    }
  }
}

const TOO_LONG: AssignMove = { kind: 'too_long', limit: LONGEST_TITLE };
const isTooLong = (text: string): boolean => Array.from(text).length > LONGEST_TITLE;

/** One message that says what, who and when; what it leaves open is asked. */
function whole(form: AssignForm, text: string, scene: AssignScene): AssignMove {
  const { title, who, when, urgent } = readAssignment(text, scene.now, scene.directory, scene.names);
  if (isTooLong(title)) return TOO_LONG;
  return goOn({ ...form, title, ...who, ...dayOf(when), urgent });
}

/** What is to be done, perhaps with a new time; a day that bounds nothing stays among the words once there is one. */
function asked(form: AssignForm, text: string, { now, directory }: AssignScene): AssignMove {
  const when = readDueTime(text, now, directory.settings, form.day?.on);
  const isTimed = when.kind !== 'none' && (when.isBound || form.day === null);
  const words = isTimed ? asTitle(withoutTime(text, when)) : text;
  if (isTooLong(words)) return TOO_LONG;
  const named = { ...form, title: words === '' ? form.title : words };
  return isTimed ? timed(named, when) : goOn(named);
}

/** Names typed instead of ticked take the place of what was chosen. */
function called(form: AssignForm, text: string, scene: AssignScene): AssignForm {
  const who = readRecipients(text, scene.directory, scene.names, scene.today);
  const mayBe =
    form.item === null
      ? who.recipients
      : who.recipients.filter(({ id }) => scene.unitIds.some((one) => one === id));
  const kept = form.unknown.length > 0 ? form.recipients : [];
  return {
    ...form,
    ...who,
    recipients: [...kept, ...mayBe.filter(({ id }) => kept.every((one) => one.id !== id))],
  };
}

function dayOf(when: DueReading): Pick<AssignForm, 'day' | 'days' | 'problem'> {
  switch (when.kind) {
    case 'named':
      return { day: when.day, days: [], problem: null };
    case 'choices':
      return { day: null, days: when.days, problem: null };
    case 'none':
      return { day: null, days: [], problem: null };
    case 'past':
    case 'impossible':
      return { day: null, days: [], problem: when.kind };
  }
}

/** What was not read as a day leaves the day that there was. */
function timed(form: AssignForm, when: DueReading): AssignMove {
  const next = { ...form, ...dayOf(when) };
  return next.day === null && next.days.length === 0
    ? ask('when', { ...form, days: [], problem: next.problem ?? 'unclear' })
    : next.day === null
      ? ask('which_day', next)
      : goOn(next);
}

function choose(step: AssignStep, form: AssignForm, choice: string, scene: AssignScene): AssignMove {
  if (choice === 'cancel') return { kind: 'cancel' };
  if (choice === 'back') return goOn(form);
  switch (step) {
    case 'preview':
      return steer(form, choice);
    case 'item': {
      const title = scene.items.find((_, index) => choice === rowChoice('item', index));
      return title === undefined ? NOT_OFFERED : goOn({ ...form, title });
    }
    case 'when':
    case 'which_day': {
      const offered = step === 'when' ? quickDays(scene) : form.days;
      const word = step === 'when' ? 'quick' : 'day';
      const day = offered.find((_, index) => choice === rowChoice(word, index));
      return day === undefined ? NOT_OFFERED : goOn({ ...form, day, days: [], problem: null });
    }
    case 'per': {
      if (choice !== 'units' && choice !== 'clusters') return NOT_OFFERED;
      return goOn(withClusters(form, choice, scene));
    }
    case 'unknown': {
      const next = withPicked(form, choice);
      return next === null ? NOT_OFFERED : goOn(next);
    }
    case 'who':
    case 'units': {
      const chosen = chooseRecipients(step, form, choice, scene);
      if (chosen === null) return NOT_OFFERED;
      return chosen.step === null ? goOn(chosen.form) : ask(chosen.step, chosen.form);
    }
    case 'text':
    case 'what':
    case 'names':
      return NOT_OFFERED;
  }
}

/** The only way out that sends. */
function steer(form: AssignForm, choice: string): AssignMove {
  switch (choice) {
    case 'send':
      return form.day === null || gapOf(form) !== 'preview'
        ? NOT_OFFERED
        : { kind: 'send', form, day: form.day };
    case 'what':
      return ask(form.item === null ? 'what' : 'item', form);
    case 'who':
    case 'when':
    case 'names':
      return ask(choice, form);
    case 'urgent':
      return ask('preview', { ...form, urgent: !form.urgent });
    default:
      return NOT_OFFERED;
  }
}
