import type { Dependencies } from '../../../app/dependencies.ts';
import { nameCouncilMember } from '../../../app/people/name-council-member.ts';
import type { ClusterId } from '../../../core/id.ts';
import { clusterById } from '../../../core/organisation/directory.ts';
import { translator } from '../../../i18n/translator.ts';
import { showOfficeCluster } from '../../answers/organisation/offices.ts';
import { tidyName } from '../../forms/organisation/end-unit-form.ts';
import { refusalText } from '../../refusal.ts';
import { type Reply, say } from '../../reply.ts';
import { openTurn, type Turn } from '../../turn.ts';
import { cancelling, saying } from '../../views/message.ts';
import { officeCard } from '../../views/organisation/offices.ts';
import { closeDialogue, closing, type DialogueKind, saveDialogue } from '../dialogue-kind.ts';

const IDENTITY = { kind: 'council_member', version: 1 } as const;
const LIMITS = { name: 80, title: 120 } as const;

/** [Thành viên Hội đồng]: asks who of the council follows a cluster. */
export async function askCouncilMember(
  dependencies: Dependencies,
  turn: Turn,
  cluster: ClusterId,
): Promise<Reply> {
  const card = showOfficeCluster(turn, cluster);
  if (card.edit === undefined) return card;
  await saveDialogue(dependencies, turn, IDENTITY, 'who', cluster);
  return { edit: question(turn, cluster) };
}

export const councilMember: DialogueKind<ClusterId> = {
  ...IDENTITY,
  async take(dependencies, turn, { draft: cluster, again }, input) {
    const { frame, incoming, request, tools } = turn;
    if (again) return { edit: question(turn, cluster) };
    if (input.kind === 'choice') {
      await closeDialogue(dependencies, turn);
      return showOfficeCluster(turn, cluster);
    }
    const said = input.kind === 'text' ? memberIn(input.text) : null;
    if (said === null) return say(question(turn, cluster, true));
    // A person's form of address is data, in the language of the organisation.
    const address = translator(frame.directory.settings.locale)('introduction.address.comrade');
    const outcome = await nameCouncilMember(dependencies, request, cluster, { ...said, address });
    if (outcome.kind === 'refused') return closing(turn, say(saying(refusalText(frame, outcome))));
    return closing(turn, say(officeCard((await openTurn(dependencies, incoming, tools)).frame, cluster)));
  },
};

/** `Trần Quốc Toản, Phó Chủ tịch UBND quận`: the title may be left out. */
function memberIn(text: string): { readonly name: string; readonly title: string } | null {
  const [said = '', ...rest] = text.replace(/^\s*(?:[đd][ồo]ng ch[íi]|[đd]\/c)\s+/iu, '').split(',');
  const name = tidyName(said);
  const title = rest.join(',').replace(/\s+/g, ' ').trim();
  const fits =
    name !== null && Array.from(name).length <= LIMITS.name && Array.from(title).length <= LIMITS.title;
  return fits ? { name, title } : null;
}

const question = ({ frame: { t, directory } }: Turn, cluster: ClusterId, unfit = false) =>
  saying(
    t(unfit ? 'offices.member.unfit' : 'offices.member.ask', {
      cluster: clusterById(directory, cluster).name,
    }),
    [[cancelling(t)]],
  );
