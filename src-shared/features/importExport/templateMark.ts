// The examples of our own template carry these words and are left out when somebody forgets them in the sheet.

export const templateMarks = { 'zh-CN': '（示例，导入时不计）', en: ' (example, not imported)' } as const

export const templateMark = /（示例，导入时不计）|\(example, not imported\)/u
