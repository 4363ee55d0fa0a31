import '@renderer/api/zodWithoutEval'
import { VueQueryPlugin } from '@tanstack/vue-query'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import { queryPlugin } from '@renderer/api/queries'
import { watchTyping } from '@renderer/api/typed'
import { i18n, speak } from '@renderer/i18n'
import { usePreferences } from '@renderer/stores/preferences'
import '@renderer/theme/tokens.css'
import '@renderer/theme/page.css'
import App from './App.vue'
import { router } from './router'

watchTyping()
const app = createApp(App)
app.use(createPinia()).use(i18n).use(router).use(VueQueryPlugin, queryPlugin)
void speak(usePreferences().language).then(() => app.mount('#app'))
