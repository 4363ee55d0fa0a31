import { readonly, ref } from 'vue'

const query = window.matchMedia('(max-width: 820px)')
const narrow = ref(query.matches)
query.addEventListener('change', () => (narrow.value = query.matches))

/** A phone or a very narrow window: bottom bar, one column. */
export const useNarrow = () => readonly(narrow)
