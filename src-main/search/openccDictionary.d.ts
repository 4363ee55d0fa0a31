// The package ships no types for its single dictionaries: 'traditional simplified' pairs joined by '|'.
declare module 'opencc-js/dict/TSCharacters' {
  const pairs: string
  export default pairs
}
