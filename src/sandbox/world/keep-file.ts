import type { ApiFile } from './message.ts';
import type { World } from './world.ts';

/** Stores a file and gives it as a Bot API `Document`. */
export async function keepFile(
  world: World,
  file: { readonly name: string; readonly type: string; readonly bytes: Uint8Array },
): Promise<ApiFile> {
  world.state.last.file += 1;
  const id = `file${String(world.state.last.file).padStart(6, '0')}`;
  await world.files.put(id, file.bytes);
  world.state.files.push({ id, name: file.name, type: file.type, size: file.bytes.length });
  world.touch();
  return {
    file_id: id,
    file_unique_id: `u${id}`,
    file_size: file.bytes.length,
    file_name: file.name,
    mime_type: file.type,
  };
}
