/**
 * Bundles scripts, for every Node that is supported. What they read at run time is expected in `outdir` as it lies in
 * `base`, which is `outdir` itself unless told.
 */
export function bundle(entries: string[], outdir: string, base?: string): Promise<void>;
