import { badRequest } from '../../http/api-error.ts';
import type { Upload } from '../../http/read-multipart.ts';
import { keepFile } from '../../world/keep-file.ts';
import type { ApiFile, Content } from '../../world/message.ts';
import type { World } from '../../world/world.ts';
import type { Call, Methods } from '../call.ts';
import { writableChat } from '../chat-access.ts';
import { CAPTION, readText } from '../read-text.ts';
import { send } from './message-methods.ts';

/** The largest file a bot may fetch (Bot API, getFile). */
const LARGEST_DOWNLOAD = 20 * 1024 * 1024;

export const fileMethods: Methods = {
  sendDocument: async (call) => {
    const captioned = caption(call);
    writableChat(call.world, call.params);
    const document = await given(call, 'document');
    return send(call, () => ({ document, ...captioned }));
  },

  sendPhoto: async (call) => {
    const captioned = caption(call);
    writableChat(call.world, call.params);
    const photo = await given(call, 'photo');
    if (!(photo.mime_type ?? '').startsWith('image/')) throw badRequest('IMAGE_PROCESS_FAILED');
    const { file_name: _name, mime_type: _type, ...size } = photo;
    return send(call, () => ({ photo: [{ width: 0, height: 0, ...size }], ...captioned }));
  },

  getFile: ({ world, params }) => {
    const record = world.state.files.find(({ id }) => id === params.text('file_id'));
    if (record === undefined) throw badRequest('wrong file_id or the file is temporarily unavailable');
    if (record.size > LARGEST_DOWNLOAD) throw badRequest('file is too big');
    return {
      file_id: record.id,
      file_unique_id: `u${record.id}`,
      file_size: record.size,
      file_path: `documents/${record.id}`,
    };
  },
};

function caption({ world, params }: Call): Content {
  const { text, entities } = readText(params, CAPTION, world.state.users);
  return text === '' ? {} : { caption: text, caption_entities: entities };
}

/** The file of a parameter: a part of the form, by its own name or `attach://name`, or one known by its id. */
async function given({ world, params, uploads }: Call, name: string): Promise<ApiFile> {
  const value = params.text(name) ?? '';
  const part = value.startsWith('attach://') ? value.slice('attach://'.length) : name;
  const upload = uploads.get(part);
  if (upload !== undefined) return await kept(world, upload);
  const record = world.state.files.find(({ id }) => id === value);
  if (record !== undefined) {
    return {
      file_id: record.id,
      file_unique_id: `u${record.id}`,
      file_size: record.size,
      file_name: record.name,
      mime_type: record.type,
    };
  }
  if (value === '' || value.startsWith('attach://')) throw badRequest(`there is no ${name} in the request`);
  if (/^https?:/.test(value)) throw badRequest('failed to get HTTP URL content');
  throw badRequest('wrong remote file identifier specified: Wrong character in the string');
}

async function kept(world: World, upload: Upload): Promise<ApiFile> {
  if (upload.bytes.length === 0) throw badRequest('file must be non-empty');
  return await keepFile(world, upload);
}
