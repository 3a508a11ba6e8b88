/** Why a notice is not said by itself: another of the same instant to the same person says it. */
export const MERGED = 'merged';
