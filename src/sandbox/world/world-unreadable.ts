/** The file of the world is not one that this sandbox can go on with. */
export class WorldUnreadable extends Error {
  override readonly name = 'WorldUnreadable';
}
