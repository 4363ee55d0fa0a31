// The five lists that are made every month. A lost customer stands on none.
export const listedTypes = ['potential', 'target', 'prospective', 'won', 'loyal'] as const
export type ListedType = (typeof listedTypes)[number]
