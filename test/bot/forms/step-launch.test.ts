import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  EMPTY_LAUNCH,
  type LaunchForm,
  type LaunchInput,
  type LaunchMove,
  type LaunchScene,
  type LaunchStep,
  LINE,
  LONGEST_LAUNCH,
  MOST_FILES,
  TEXT_LIMITS,
  type TextStep,
} from '../../../src/bot/forms/launch/launch-form.ts';
import { stepLaunch } from '../../../src/bot/forms/launch/step-launch.ts';
import { defaultWorkCalendar } from '../../../src/core/calendar/public-holidays.ts';
import type { ClusterId, LaunchId, UnitId } from '../../../src/core/id.ts';
import type { Zone } from '../../../src/core/time/instant.ts';
import { dateOf } from '../../../src/core/time/local-date.ts';
import { instant } from '../../support/office.ts';

const scene = (change: Partial<LaunchScene> = {}): LaunchScene => ({
  now: instant('2024-11-04T08:00:00+07:00'),
  today: dateOf('2024-11-04'),
  zone: 'Asia/Ho_Chi_Minh' as Zone,
  work: defaultWorkCalendar(),
  clusters: [
    { id: 'c1' as ClusterId, kind: 'administrative' },
    { id: 'c2' as ClusterId, kind: 'administrative' },
    { id: 'c3' as ClusterId, kind: 'school' },
  ],
  kinds: ['administrative', 'school'],
  unitsOf: (ids) => ids.flatMap((id) => [`${id}-u1` as UnitId, `${id}-u2` as UnitId]),
  templates: [{ label: 'Phong trào', content: { title: 'Phong trào', period: '2024' } }],
  events: [{ label: '22/12', event: '80 năm (22/12)' }],
  mayApprove: false,
  ...change,
});

const text = (words: string): LaunchInput => ({ kind: 'text', text: words });
const choice = (chosen: string): LaunchInput => ({ kind: 'choice', choice: chosen });

interface Place {
  readonly step: LaunchStep;
  readonly form: LaunchForm;
}

/** The places that the inputs lead through, and the moves made there. */
function walked(inputs: readonly LaunchInput[], from: Place, on: LaunchScene) {
  const moves: { readonly at: Place; readonly input: LaunchInput; readonly move: LaunchMove }[] = [];
  let at = from;
  for (const input of inputs) {
    const move = stepLaunch(at.step, at.form, input, on);
    moves.push({ at, input, move });
    if (move.kind === 'ask') at = { step: move.step, form: move.form };
  }
  return { at, moves };
}

const START: Place = { step: 'title', form: EMPTY_LAUNCH };
const SHORT = [text('Tên'), text('Nội dung'), choice('skip'), choice('all'), choice('days-2')];
const PREVIEW = walked(SHORT, START, scene()).at;

const anyChoice = fc.constantFrom(
  'back',
  'skip',
  'all',
  'next',
  'units',
  'more',
  'mark',
  'send',
  'ask',
  'details',
  'register',
  'template',
  'template-0',
  'template-9',
  'event-0',
  'kind-0',
  'kind-1',
  'cluster-0',
  'cluster-2',
  'unit-0',
  'unit-3',
  'days-1',
  'days-3',
  'now',
  'morning',
  'sort-regular',
  'clear',
  'aside',
  'nothing',
  'edit-title',
  'edit-body',
  'edit-theme',
  'edit-criteria',
  'edit-sort',
  'edit-files',
  'edit-audience',
  'edit-cut-off',
  'edit-send-at',
  'edit-event',
);
const anyInput: fc.Arbitrary<LaunchInput> = fc.oneof(
  { weight: 4, arbitrary: anyChoice.map(choice) },
  {
    weight: 2,
    arbitrary: fc
      .oneof(fc.constantFrom('07/11', 'trước ngày 08/11', '08:30 ngày 05/11', '01/01/2020', ' '), fc.string())
      .map(text),
  },
  { weight: 1, arbitrary: fc.nat(900).map((length) => text('đ'.repeat(length))) },
  {
    weight: 1,
    arbitrary: fc
      .nat(8)
      .map((n): LaunchInput => ({ kind: 'file', file: { sha256: `f${n}`, name: 'KH.pdf' } })),
  },
);
const someInputs = fc.array(anyInput, { maxLength: 40 });
const somewhere = fc.constantFrom(START, PREVIEW);

test('the short line: name, content, document, audience, cut-off, preview', () => {
  const { moves } = walked(SHORT, START, scene());

  expect(moves.map(({ at }) => at.step)).toEqual(LINE.slice(0, -1));
  expect(PREVIEW.step).toBe('preview');
  expect(PREVIEW.form).toMatchObject({ title: 'Tên', body: 'Nội dung', acknowledgeBy: '2024-11-06' });
});

describe('whatever is typed, pressed or sent', () => {
  test('nothing goes out but from the preview, and only with an approval or to those who give it', () => {
    fc.assert(
      fc.property(somewhere, someInputs, fc.boolean(), (from, inputs, mayApprove) => {
        for (const { at, move } of walked(inputs, from, scene({ mayApprove })).moves) {
          if (move.kind !== 'send') continue;
          expect(at.step).toBe('preview');
          expect(move.approval === 'asked' ? !mayApprove : mayApprove || at.form.isApproved).toBe(true);
          expect(move.form).toBe(at.form);
        }
      }),
    );
  });

  test('a preview has a name, a content and somebody to read it, and fits one message', () => {
    fc.assert(
      fc.property(somewhere, someInputs, (from, inputs) => {
        for (const { at } of walked(inputs, from, scene()).moves) {
          const lengths = (Object.keys(TEXT_LIMITS) as TextStep[]).map((step) => ({
            step,
            length: Array.from(at.form[step]).length,
          }));
          expect(lengths.filter(({ step, length }) => length > TEXT_LIMITS[step])).toEqual([]);
          expect(lengths.reduce((sum, { length }) => sum + length, 0)).toBeLessThanOrEqual(LONGEST_LAUNCH);
          expect(at.form.files.length).toBeLessThanOrEqual(MOST_FILES);
          if (at.step !== 'preview') continue;
          expect(at.form.title).not.toBe('');
          expect(at.form.body).not.toBe('');
          expect(at.form.clusterIds).not.toEqual([]);
        }
      }),
    );
  });

  test('back leads to where an answer was given, and what was written stays', () => {
    fc.assert(
      fc.property(somewhere, someInputs, (from, inputs) => {
        const steps = walked(inputs, from, scene()).moves;
        for (const { at, move } of steps) {
          if (move.kind !== 'ask' || at.form.isComplete || move.form.isComplete) continue;
          const [from, to] = [at.step, move.step].map((step) => LINE.findIndex((one) => one === step));
          // What stands beside the line, as the plan's templates do, is at neither end.
          if (from === undefined || from < 0 || to !== from + 1) continue;
          const back = stepLaunch(move.step, move.form, choice('back'), scene());
          expect(back).toEqual({ kind: 'ask', step: at.step, form: move.form });
        }
      }),
    );
  });

  test('from everywhere, back leads to the beginning or to the preview', () => {
    fc.assert(
      fc.property(somewhere, someInputs, (from, inputs) => {
        const { at } = walked(inputs, from, scene());
        const backs = Array.from({ length: 8 }, () => choice('back'));
        const passed = walked(backs, at, scene()).moves.map((one) => one.at.step);
        expect(passed).toContain(at.form.isComplete ? 'preview' : 'title');
      }),
    );
  });

  test('cancel ends it, and what is not offered changes nothing', () => {
    fc.assert(
      fc.property(somewhere, someInputs, (from, inputs) => {
        const { at } = walked(inputs, from, scene());
        expect(stepLaunch(at.step, at.form, choice('cancel'), scene())).toEqual({ kind: 'cancel' });
        expect(stepLaunch(at.step, at.form, choice('nothing'), scene())).toEqual({ kind: 'not_offered' });
      }),
    );
  });

  test('a correction changes words: not to whom it went, when, or with which files', () => {
    fc.assert(
      fc.property(someInputs, (inputs) => {
        const form = { ...PREVIEW.form, corrects: 'launch' as LaunchId, isComplete: true };
        const { at, moves } = walked(inputs, { step: 'details', form }, scene());
        const { clusterIds, unitIds, sendAt, files } = form;
        expect(at.form).toMatchObject({ clusterIds, unitIds, sendAt, files });
        expect(moves.map(({ move }) => move.kind)).not.toContain('send');
        expect(moves.map(({ move }) => move.kind)).not.toContain('aside');
      }),
    );
  });
});

test('a launch that nobody has read is revised wholly, and never sent a second time', () => {
  const form = { ...PREVIEW.form, corrects: 'launch' as LaunchId, isUnread: true, isComplete: true };
  const file = { kind: 'file', file: { sha256: 'ab', name: 'KH-45.pdf' } } as const;
  const { at, moves } = walked(
    [file, choice('edit-send-at'), text('14h 05/11'), choice('edit-audience'), choice('kind-1')],
    { step: 'details', form },
    scene(),
  );

  expect(at.form).toMatchObject({
    files: [file.file],
    sendAt: instant('2024-11-05T14:00:00+07:00'),
    clusterIds: ['c3'],
  });
  expect(moves.map(({ move }) => move.kind)).not.toContain('send');
});

describe('details', () => {
  const edited = (step: string, ...inputs: LaunchInput[]) =>
    walked([choice('details'), choice(`edit-${step}`), ...inputs], PREVIEW, scene()).at;

  test.each([
    ['theme', text('Chủ đề'), { theme: 'Chủ đề' }],
    ['sort', choice('sort-thematic'), { sort: 'thematic' }],
    ['event', choice('event-0'), { event: '80 năm (22/12)' }],
    ['event', text('3/2'), { event: '3/2' }],
    ['cut-off', text('trước ngày 08/11'), { acknowledgeBy: '2024-11-07' }],
    ['cut-off', choice('skip'), { acknowledgeBy: null }],
    ['send-at', choice('morning'), { sendAt: instant('2024-11-05T08:00:00+07:00') }],
    ['send-at', text('14h 05/11'), { sendAt: instant('2024-11-05T14:00:00+07:00') }],
    ['audience', choice('kind-1'), { clusterIds: ['c3'] }],
    ['document', choice('skip'), { document: '' }],
    ['sort', choice('skip'), { sort: null }],
  ])('%s is filled in and leads back to the details', (step, input, filled) => {
    const at = edited(step, input);

    expect(at.step).toBe('details');
    expect(at.form).toMatchObject(filled);
  });

  test('chosen units are ticked, and all are meant where none is', () => {
    const ticked = edited(
      'audience',
      choice('kind-1'),
      choice('edit-audience'),
      choice('units'),
      choice('unit-1'),
    );
    const none = walked([choice('unit-1'), choice('next')], ticked, scene()).at;

    expect(ticked).toMatchObject({ step: 'units', form: { unitIds: ['c3-u2'] } });
    expect(none).toMatchObject({ step: 'details', form: { unitIds: null } });
  });

  test.each([
    ['cut-off', '01/11', 'day_past'],
    ['cut-off', 'tuần sau', 'no_day'],
    ['cut-off', '30/2', 'no_day'],
    ['send-at', '07:00 ngày 04/11', 'day_past'],
  ])('%s: “%s” is told apart', (step, words, kind) => {
    const { moves } = walked([choice('details'), choice(`edit-${step}`), text(words)], PREVIEW, scene());

    expect(moves.at(-1)?.move.kind).toBe(kind);
  });

  test('the same file twice is one', () => {
    const file: LaunchInput = { kind: 'file', file: { sha256: 'a', name: 'KH.pdf' } };

    expect(edited('files', file, file).form.files).toEqual([{ sha256: 'a', name: 'KH.pdf' }]);
    expect(edited('files', file, choice('next')).step).toBe('details');
  });
});

test('a movement of the plan is a beginning', () => {
  const { at } = walked([choice('template'), choice('template-0')], START, scene());

  expect(at).toMatchObject({ step: 'body', form: { title: 'Phong trào', period: '2024' } });
});

test('more movements than a screen holds are turned through, and the first come again', () => {
  const templates = Array.from({ length: 23 }, (_, index) => ({
    label: `${index}`,
    content: { title: `Phong trào ${index}` },
  }));
  const froms = ['template', 'more', 'more', 'more'].map(
    (_, index, all) =>
      walked(all.slice(0, index + 1).map(choice), START, scene({ templates })).at.form.shownFrom,
  );
  const { at } = walked(['template', 'more', 'more', 'template-22'].map(choice), START, scene({ templates }));

  expect(froms).toEqual([0, 10, 20, 0]);
  expect(at).toMatchObject({ step: 'body', form: { title: 'Phong trào 22' } });
});

test('whoever went back goes on with what they wrote, and with nothing where they wrote nothing', () => {
  const written = { step: 'title', form: EMPTY_LAUNCH } as const;
  const { at } = walked(
    [text('Thi đua'), text('Nội dung'), choice('back'), choice('back')],
    written,
    scene(),
  );

  const on = walked([choice('next'), choice('next')], at, scene());
  const empty = stepLaunch('document', on.at.form, choice('next'), scene());

  expect(at.step).toBe('title');
  expect(on.at).toMatchObject({ step: 'document', form: { title: 'Thi đua', body: 'Nội dung' } });
  expect(empty).toEqual({ kind: 'not_offered' });
});

test('whoever looked at what the plan offers may still write a title of their own', () => {
  const { at } = walked(
    [choice('template'), text('Thi đua')],
    { step: 'title', form: EMPTY_LAUNCH },
    scene(),
  );

  expect(at).toMatchObject({ step: 'body', form: { title: 'Thi đua' } });
});
