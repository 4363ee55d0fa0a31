// What can be printed. A later room adds its kind here and a paper made of it.
export const paperKinds = ['customerCard', 'customerList', 'handover', 'periodicList', 'dataQuality'] as const
export type PaperKind = (typeof paperKinds)[number]
