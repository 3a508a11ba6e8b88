// For grammY's node-fetch, which Node's own has replaced; the bot brings its own transport anyway (src/telegram).
export default globalThis.fetch;
