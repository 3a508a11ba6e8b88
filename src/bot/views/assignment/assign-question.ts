import type { Button, Message } from '../../../app/ports/message.ts';
import { ownerName } from '../../../core/obligation/owner-name.ts';
import { clusterById } from '../../../core/organisation/directory.ts';
import { taskById } from '../../../core/plan/plan-book.ts';
import { addDays, mondayOf } from '../../../core/time/local-date.ts';
import { weekdayDate } from '../../../i18n/days.ts';
import {
  type AssignForm,
  type AssignScene,
  type AssignStep,
  rowChoice,
  UNITS_SHOWN,
} from '../../forms/assignment/assign-form.ts';
import { quickDays } from '../../forms/assignment/assign-quick-days.ts';
import { isWhole } from '../../forms/assignment/assign-recipients.ts';
import { dueText } from '../due-text.ts';
import type { Frame } from '../frame.ts';
import { cancelling, choice, entry, inRows, message, saying, shortTitle, ticked } from '../message.ts';
import { capital } from '../subject-name.ts';
import { taskLine } from '../task-line.ts';
import { assignPreview } from './assign-preview.ts';
import { whoText } from './assign-who.ts';

export interface AssignQuestion {
  readonly step: AssignStep;
  readonly form: AssignForm;
  readonly scene: AssignScene;
}

/** One step of giving a task. */
export function assignQuestion(frame: Frame, question: AssignQuestion): Message {
  const { t, directory } = frame;
  const { step, form } = question;
  if (step === 'preview') return assignPreview(frame, form);
  if (step === 'names') {
    const names = form.recipients.map((one) => `• ${ownerName(directory, one)}`);
    return message(
      [entry(t('assign.who.names', { who: whoText(frame, form.recipients) }), ...names)],
      [[choice(t('button.back'), 'back')]],
    );
  }
  const problem = step === 'when' && form.problem !== null ? [t(`assign.problem.${form.problem}`)] : [];
  return saying([...problem, askText(frame, question)].join('\n'), [
    ...offered(frame, question),
    steering(frame, question),
  ]);
}

/** Of an example that a person may send as it stands. */
export const exampleDay = ({ t, today }: Pick<Frame, 't' | 'today'>): string =>
  weekdayDate(t, addDays(mondayOf(today), 9));

function askText(frame: Frame, { step, form }: AssignQuestion): string {
  const { t, directory, book } = frame;
  const title = shortTitle(form.title);
  const params = { title, who: whoText(frame, form.recipients), day: exampleDay(frame) };
  switch (step) {
    case 'item':
      return form.item === null
        ? t('assign.ask.what')
        : t('assign.ask.item', {
            cluster: clusterById(directory, form.item.clusterId).name,
            task: taskLine(frame, taskById(book, form.item.parentId)),
          });
    case 'per':
      return t('assign.ask.per', {
        title,
        clusters: form.clusterIds.map((id) => clusterById(directory, id).name).join(', '),
      });
    case 'unknown':
      return t('assign.ask.unknown', { title, words: form.unknown[0]?.words ?? '' });
    case 'names':
    case 'preview':
      return '';
    case 'text':
    case 'what':
    case 'who':
    case 'units':
    case 'when':
    case 'which_day':
      return t(`assign.ask.${step}`, params);
  }
}

function offered(frame: Frame, { step, form, scene }: AssignQuestion): Button[][] {
  const { t, directory } = frame;
  switch (step) {
    case 'item':
      return scene.items.map((label, index) => [choice(label, rowChoice('item', index))]);
    case 'who':
      return [
        [choice(t('assign.button.all'), 'all'), choice(t('assign.button.oneByOne'), 'units')],
        ...inRows(
          scene.clusters.map(({ id, name }, index) =>
            choice(ticked(name, isWhole(form, id, scene.membersOf(id))), rowChoice('cluster', index)),
          ),
          1,
        ),
      ];
    case 'units':
      return unitRows(frame, form, scene);
    case 'per':
      return [
        [choice(t('assign.button.perUnit'), 'units'), choice(t('assign.button.perCluster'), 'clusters')],
      ];
    case 'unknown': {
      const choices = form.unknown[0]?.choices ?? [];
      return [
        ...choices.map((one, index) => [choice(ownerName(directory, one), rowChoice('pick', index))]),
        [choice(t('assign.button.drop'), 'drop')],
      ];
    }
    case 'when':
      return quickDays(scene).map((day, index) => [
        choice(capital(dueText(frame, day)), rowChoice('quick', index)),
      ]);
    case 'which_day':
      return form.days.map((day, index) => [choice(capital(dueText(frame, day)), rowChoice('day', index))]);
    case 'text':
    case 'what':
    case 'names':
    case 'preview':
      return [];
  }
}

function unitRows({ t, directory }: Frame, form: AssignForm, { unitIds }: AssignScene): Button[][] {
  const from = form.unitsFrom < unitIds.length ? form.unitsFrom : 0;
  const isChosen = (id: string) => form.recipients.some((one) => one.id === id);
  const rows = unitIds
    .slice(from, from + UNITS_SHOWN)
    .map((id, index) => [
      choice(
        ticked(ownerName(directory, { kind: 'unit', id }), isChosen(id)),
        rowChoice('unit', from + index),
      ),
    ]);
  return unitIds.length > UNITS_SHOWN ? [...rows, [choice(t('button.more'), 'more')]] : rows;
}

/** Where a step may lead back to, it does; every step may be left. */
function steering({ t }: Frame, { step, form }: AssignQuestion): Button[] {
  const isTicked = (step === 'who' || step === 'units') && form.recipients.length > 0;
  const isEditing = form.title !== '' && form.day !== null && form.recipients.length > 0;
  return [
    ...(isTicked ? [choice(t('button.continue'), 'next')] : []),
    ...(isEditing && !isTicked ? [choice(t('button.back'), 'back')] : []),
    cancelling(t),
  ];
}
