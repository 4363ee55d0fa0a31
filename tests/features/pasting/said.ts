// Texts as people paste them - cards, signatures, messages, forms - and what each says. All made up.

/** c. customer, p. the person there. */
export type Said = Record<string, string>
export interface Block {
  text: string
  said: Said
}

export const block = (text: string, said: Said): Block => ({ text, said })
